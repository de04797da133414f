package org.optihal.physics.photon;

import org.optihal.physics.Require;

/**
 * Pulses with Poissonian photon number and Gaussian shape.
 *
 * @param rate pulses per second
 * @param phase where in the period the pulses have their center, s after a multiple of the period
 * @param meanPhotons that arrive with each pulse
 * @param width full width at half maximum, s, at most half the period; the Gaussian is cut at half
 *     a period from its center
 */
public record PulseTrain(double rate, double phase, double meanPhotons, double width) {
  public PulseTrain {
    Require.positive(rate, "rate");
    Require.finite(phase, "phase");
    Require.notNegative(meanPhotons, "meanPhotons");
    Require.within(Require.notNegative(width, "width") * rate, 0, 0.5, "width * rate");
  }

  public PulseTrain withMeanPhotons(double meanPhotons) {
    return new PulseTrain(rate, phase, meanPhotons, width);
  }
}
