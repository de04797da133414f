package org.optihal.physics.modulator;

import org.optihal.physics.Require;
import org.optihal.physics.light.Decibels;

/**
 * Phase modulator whose light also changes a little in power.
 *
 * <p>Residual amplitude modulation is taken as the interference of light on the wrong axis:
 * transmission {@code IL (1 + a sin(phase))/(1 + a)}. The shape is assumed; it never adds light.
 *
 * @param insertionLossDb loss at the best phase
 * @param halfWaveVoltage volts for a phase of pi at the drive's frequency
 * @param residualAmplitudeModulation a, from 0 to below 1
 */
public record PhaseModulator(
    double insertionLossDb, double halfWaveVoltage, double residualAmplitudeModulation) {
  /** The modulation index up to which {@link #sidebandPower} answers. */
  public static final double LARGEST_INDEX = 1000;

  public PhaseModulator {
    Require.notNegative(insertionLossDb, "insertionLossDb");
    Require.positive(halfWaveVoltage, "halfWaveVoltage");
    Require.within(
        residualAmplitudeModulation, 0, Math.nextDown(1.0), "residualAmplitudeModulation");
  }

  /** Radians of phase. */
  public double phase(double voltage) {
    return StrictMath.PI * Require.finite(voltage, "voltage") / halfWaveVoltage;
  }

  /** Output over input power. */
  public double transmission(double voltage) {
    double a = residualAmplitudeModulation;
    return Decibels.transmittance(insertionLossDb)
        * (1 + a * StrictMath.sin(phase(voltage)))
        / (1 + a);
  }

  /** Output over input field. */
  public ComplexAmplitude field(double voltage) {
    return ComplexAmplitude.polar(StrictMath.sqrt(transmission(voltage)), phase(voltage));
  }

  /**
   * Share of the output in the sideband of an order under a sine drive of some modulation index in
   * radians, {@code J_n(index)^2}, without residual amplitude modulation.
   */
  public static double sidebandPower(int order, double modulationIndex) {
    Require.within(order, -LARGEST_INDEX, LARGEST_INDEX, "order");
    Require.within(modulationIndex, -LARGEST_INDEX, LARGEST_INDEX, "modulationIndex");
    double amplitude = Bessel.j(Math.abs(order), modulationIndex);
    return amplitude * amplitude;
  }

  /** The frequency shift by a sawtooth of some peak-to-peak voltage on this modulator. */
  public Serrodyne serrodyne(double rampVoltage, double rampFrequency, double flybackFraction) {
    return new Serrodyne(phase(rampVoltage), rampFrequency, flybackFraction);
  }
}
