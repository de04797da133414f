package org.optihal.physics.light;

import org.optihal.physics.Require;

/** Photon bookkeeping: optical power counted in photons, frequency and vacuum wavelength. */
public final class Photons {
  /** Planck constant h in J s, exact in the SI of 2019. */
  public static final double PLANCK = 6.62607015e-34;

  /** Speed of light in vacuum c in m/s, exact. */
  public static final double SPEED_OF_LIGHT = 299_792_458;

  /** Boltzmann constant k in J/K, exact in the SI of 2019. */
  public static final double BOLTZMANN = 1.380649e-23;

  private static final double METERS_PER_NM = 1e-9;

  private Photons() {}

  /** Vacuum wavelength in nm of light at {@code frequency}. */
  public static double wavelengthNm(double frequency) {
    return SPEED_OF_LIGHT / Require.positive(frequency, "frequency") / METERS_PER_NM;
  }

  /** Frequency in Hz of light at a vacuum wavelength. */
  public static double frequency(double wavelengthNm) {
    return SPEED_OF_LIGHT / (Require.positive(wavelengthNm, "wavelengthNm") * METERS_PER_NM);
  }

  /** Width in Hz of a slot {@code bandwidthNm} wide around {@code frequency}: f² Δλ / c. */
  public static double bandwidth(double bandwidthNm, double frequency) {
    return Require.notNegative(bandwidthNm, "bandwidthNm") * hertzPerNm(frequency);
  }

  /** Width in nm of a slot {@code bandwidth} wide around {@code frequency}: c Δf / f². */
  public static double bandwidthNm(double bandwidth, double frequency) {
    return Require.notNegative(bandwidth, "bandwidth") / hertzPerNm(frequency);
  }

  /** Energy in J of one photon: h f. */
  public static double energy(double frequency) {
    return PLANCK * Require.positive(frequency, "frequency");
  }

  /** Photon flux of a power: P / h f. */
  public static double perSecond(double power, double frequency) {
    return Require.notNegative(power, "power") / energy(frequency);
  }

  /** Photon flux of a power, per nanosecond. */
  public static double perNanosecond(double power, double frequency) {
    return perSecond(power, frequency) * 1e-9;
  }

  /** Mean photon number of one pulse of a train that has {@code repetitionRate} pulses a second. */
  public static double meanNumber(double power, double frequency, double repetitionRate) {
    return perSecond(power, frequency) / Require.positive(repetitionRate, "repetitionRate");
  }

  /** Mean power in W of a pulse train with {@code meanNumber} photons in each pulse. */
  public static double power(double meanNumber, double frequency, double repetitionRate) {
    return Require.notNegative(meanNumber, "meanNumber")
        * energy(frequency)
        * Require.positive(repetitionRate, "repetitionRate");
  }

  /** Mean thermal occupation of a mode (Bose-Einstein): 1 / (exp(h f / k T) - 1). */
  public static double thermalOccupation(double frequency, double temperature) {
    return 1
        / StrictMath.expm1(
            energy(frequency) / (BOLTZMANN * Require.positive(temperature, "temperature")));
  }

  private static double hertzPerNm(double frequency) {
    Require.positive(frequency, "frequency");
    return frequency * frequency / SPEED_OF_LIGHT * METERS_PER_NM;
  }
}
