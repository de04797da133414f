package org.optihal.physics.coherent;

import org.optihal.physics.Require;
import org.optihal.physics.light.Decibels;
import org.optihal.physics.light.Photons;

/**
 * The shot-noise unit of a balanced receiver: the variance of its output voltage when only the
 * local oscillator shines, without electronic noise.
 *
 * <p>The photocurrent's variance is {@code 2 e R P B} (Schottky) with P the local oscillator on
 * both diodes together and B the one-sided noise bandwidth.
 *
 * @param localOscillatorPower watts on both diodes together
 * @param responsivity amperes per watt
 * @param bandwidth one-sided noise bandwidth
 * @param transimpedance volts per ampere
 */
public record ShotNoise(
    double localOscillatorPower, double responsivity, double bandwidth, double transimpedance) {
  /** Coulombs. */
  static final double ELEMENTARY_CHARGE = 1.602176634e-19;

  public ShotNoise {
    Require.positive(localOscillatorPower, "localOscillatorPower");
    Require.positive(responsivity, "responsivity");
    Require.positive(bandwidth, "bandwidth");
    Require.positive(transimpedance, "transimpedance");
  }

  /** Amperes per watt of a diode: {@code efficiency e/(h nu)}. */
  public static double responsivity(double quantumEfficiency, double frequency) {
    return Require.fraction(quantumEfficiency, "quantumEfficiency")
        * ELEMENTARY_CHARGE
        / Photons.energy(frequency);
  }

  /** Square amperes. */
  public double currentVariance() {
    return 2 * ELEMENTARY_CHARGE * responsivity * localOscillatorPower * bandwidth;
  }

  /** Square volts: the shot-noise unit at the digitizer. */
  public double unit() {
    return currentVariance() * transimpedance * transimpedance;
  }

  /** Square volts in shot-noise units. */
  public double inUnits(double squareVolts) {
    return Require.notNegative(squareVolts, "squareVolts") / unit();
  }

  /** Volts of one sample whose quadrature is given in shot-noise units. */
  public double volts(double quadrature) {
    return Require.finite(quadrature, "quadrature") * StrictMath.sqrt(unit());
  }

  /**
   * Variance with the local oscillator on over variance with it off, in decibels, as a bench reads
   * it.
   *
   * @param electronicNoise square volts
   */
  public double clearanceDb(double electronicNoise) {
    Require.positive(electronicNoise, "electronicNoise");
    return Decibels.ofRatio(1 + unit() / electronicNoise);
  }

  /** Electronic noise in shot-noise units from a clearance as {@link #clearanceDb} defines it. */
  public static double electronicNoiseFromClearance(double clearanceDb) {
    return 1 / (Decibels.toRatio(Require.positive(clearanceDb, "clearanceDb")) - 1);
  }

  /**
   * Noise that the local oscillator's power fluctuations leave in the difference of the diodes, in
   * shot-noise units: {@code RIN R P 10^(-CMRR/10)/(2 e)}.
   *
   * @param relativeIntensityNoiseDbPerHz one-sided, flat over the bandwidth
   * @param commonModeRejectionDb power of the common over power of the left signal; a ratio of
   *     amplitudes in a data sheet is 20 log10
   */
  public double relativeIntensityNoise(
      double relativeIntensityNoiseDbPerHz, double commonModeRejectionDb) {
    Require.finite(relativeIntensityNoiseDbPerHz, "relativeIntensityNoiseDbPerHz");
    Require.notNegative(commonModeRejectionDb, "commonModeRejectionDb");
    return Decibels.toRatio(relativeIntensityNoiseDbPerHz - commonModeRejectionDb)
        * responsivity
        * localOscillatorPower
        / (2 * ELEMENTARY_CHARGE);
  }
}
