package org.optihal.physics.fibre;

import org.optihal.physics.Require;
import org.optihal.physics.light.Photons;

/**
 * Spontaneous Raman scattering of classical light into a quantum channel, both polarizations
 * together.
 *
 * <p>{@code kappa} scales the coefficient derived from the gain to what a bench measures; the
 * default 0.62 is the middle of public measurements, which spread over 4 dB. Calibrate it where one
 * measured point exists.
 */
public record SpontaneousRaman(RamanGain gain, double temperature, double kappa) {
  /** Middle of the public measurements of the coefficient relative to the gain form, -2.1 dB. */
  public static final double DEFAULT_KAPPA = 0.62;

  /** Temperature in K of a fiber in a laboratory. */
  public static final double ROOM_TEMPERATURE = 300;

  /** Below this offset in Hz the gain is a straight line through zero to all digits. */
  private static final double LEAST_OFFSET = 1e6;

  public SpontaneousRaman {
    Require.positive(temperature, "temperature");
    Require.notNegative(kappa, "kappa");
  }

  /** Standard single-mode fiber at 300 K with the default {@link #kappa}. */
  public static SpontaneousRaman smf28() {
    return new SpontaneousRaman(RamanGain.smf28(), ROOM_TEMPERATURE, DEFAULT_KAPPA);
  }

  public SpontaneousRaman withTemperature(double kelvin) {
    return new SpontaneousRaman(gain, kelvin, kappa);
  }

  public SpontaneousRaman withKappa(double factor) {
    return new SpontaneousRaman(gain, temperature, factor);
  }

  /**
   * Scattered power spectral density per launched power and length, in W/Hz per W and km. Below the
   * pump (Stokes) 2 h f g (n + 1), above it (anti-Stokes) 2 h f (f / f_p) g n, with the gain g that
   * the lower frequency sees from the higher and the phonon occupation n at their offset (detailed
   * balance; form as in GNPy's Raman solver). At the pump's own frequency it is the limit of both.
   */
  public double perHertzKm(double pump, double quantum) {
    double offset = StrictMath.abs(pump - quantum);
    double higher = Math.max(pump, quantum);
    double lower = Math.min(pump, quantum);
    double photon = 2 * Photons.energy(quantum) * kappa;
    if (offset < LEAST_OFFSET) {
      // g n is finite there: g rises linearly and n falls as k T / h offset.
      double slope = gain.perWattKm(higher, higher - LEAST_OFFSET) / LEAST_OFFSET;
      return photon * slope * Photons.BOLTZMANN * temperature / Photons.PLANCK;
    }
    double phonons = Photons.thermalOccupation(offset, temperature);
    double pair = gain.perWattKm(higher, lower);
    return quantum < pump
        ? photon * pair * (phonons + 1)
        : photon * pair * phonons * (quantum / pump);
  }

  /** The customary coefficient rho in 1/(km nm), by the quantum channel's own f² / c. */
  public double perKmNm(double pump, double quantum) {
    return perHertzKm(pump, quantum) * Photons.bandwidth(1, quantum);
  }

  /**
   * Noise power in W behind a filter: P0 rho B L_eff, with the length from {@link
   * Propagation#effectiveLengthKm}.
   */
  public static double power(
      double launchedPower, double rhoPerKmNm, double bandwidthNm, double effectiveLengthKm) {
    return Require.notNegative(launchedPower, "launchedPower")
        * Require.notNegative(rhoPerKmNm, "rhoPerKmNm")
        * Require.notNegative(bandwidthNm, "bandwidthNm")
        * Require.notNegative(effectiveLengthKm, "effectiveLengthKm");
  }

  /** Noise power spectral density in W/Hz, both polarizations, for one classical channel. */
  public double spectralDensity(
      double launchedPower, double pump, double quantum, double effectiveLengthKm) {
    return Require.notNegative(launchedPower, "launchedPower")
        * perHertzKm(pump, quantum)
        * Require.notNegative(effectiveLengthKm, "effectiveLengthKm");
  }
}
