package org.optihal.physics.photon;

import org.optihal.physics.Require;

/**
 * Delay between avalanche and electric pulse around its mean: Gaussian, in a part of the detections
 * followed by an exponential tail (carriers that diffuse into the avalanche region).
 *
 * @param fullWidthAtHalfMaximum of the Gaussian, s
 * @param tailFraction part of the detections that have the tail
 * @param tailTime mean additional delay of those, s
 */
public record Jitter(double fullWidthAtHalfMaximum, double tailFraction, double tailTime) {
  public static final Jitter NONE = new Jitter(0, 0, 0);

  /** Full width at half maximum of a Gaussian with standard deviation 1. */
  static final double WIDTH = 2 * Math.sqrt(2 * StrictMath.log(2));

  public Jitter {
    Require.notNegative(fullWidthAtHalfMaximum, "fullWidthAtHalfMaximum");
    Require.fraction(tailFraction, "tailFraction");
    Require.notNegative(tailTime, "tailTime");
  }

  public static Jitter gaussian(double fullWidthAtHalfMaximum) {
    return new Jitter(fullWidthAtHalfMaximum, 0, 0);
  }

  /** Of the Gaussian part, s. */
  public double standardDeviation() {
    return fullWidthAtHalfMaximum / WIDTH;
  }
}
