package org.optihal.physics.coherent;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.optihal.physics.Require;
import org.optihal.physics.light.Coherence;
import org.optihal.physics.light.Decibels;
import org.optihal.physics.light.Photons;

/**
 * Excess noise at the channel's input in shot-noise units, by cause.
 *
 * <p>Broadband light of PSD S, both polarizations, holds {@code n = S/(2 h nu)} photons in the one
 * mode that the local oscillator selects and adds {@code 2 n/T} (compare Kumar, Qin and Alleaume,
 * New J. Phys. 17, 043027, 2015); the receiver's bandwidth cancels.
 */
public final class ExcessNoise {
  private ExcessNoise() {}

  /** Where excess noise comes from. */
  public enum Cause {
    RAMAN_CO,
    RAMAN_COUNTER,
    RAMAN_INTER_CORE,
    FOUR_WAVE_MIXING,
    LEAKAGE,
    AMPLIFIED_EMISSION,
    CROSSTALK,
    PHASE,
    LOCAL_OSCILLATOR_INTENSITY,
    QUANTIZATION,
    PREPARATION
  }

  /** Terms by cause, none negative; a cause that is not in it adds nothing. */
  public record Breakdown(Map<Cause, Double> terms) {
    public static final Breakdown NONE = new Breakdown(Map.of());

    public Breakdown {
      Map<Cause, Double> copy = new EnumMap<>(Cause.class);
      terms.forEach((cause, term) -> copy.put(cause, Require.notNegative(term, cause.name())));
      terms = Collections.unmodifiableMap(copy);
    }

    /** With some more of a cause. */
    public Breakdown with(Cause cause, double term) {
      Map<Cause, Double> sum = new EnumMap<>(Cause.class);
      sum.putAll(terms);
      sum.put(cause, of(cause) + Require.notNegative(term, cause.name()));
      return new Breakdown(sum);
    }

    public double of(Cause cause) {
      return terms.getOrDefault(cause, 0.0);
    }

    public double total() {
      double total = 0;
      for (double term : terms.values()) {
        total += term;
      }
      return total;
    }
  }

  /** Photons in one mode of one polarization, from watts per hertz in both. */
  public static double photonsPerMode(double spectralDensity, double frequency) {
    return Require.notNegative(spectralDensity, "spectralDensity")
        / (2 * Photons.energy(frequency));
  }

  /**
   * {@code 2 n/T}: any unpolarized broadband light, by photons per mode at the channel's output.
   */
  public static double ofPhotonsPerMode(double photonsPerMode, double transmittance) {
    Require.notNegative(photonsPerMode, "photonsPerMode");
    return 2 * photonsPerMode / transmittance(transmittance);
  }

  /** A Raman coefficient in 1/(km Hz) from one in 1/(km nm), both polarizations in either. */
  public static double ramanPerKmHz(double ramanPerKmNm, double wavelengthNm) {
    return Require.notNegative(ramanPerKmNm, "ramanPerKmNm")
        * Photons.bandwidthNm(1, Photons.frequency(wavelengthNm));
  }

  /**
   * Classical light in the same fibre.
   *
   * @param launchPower watts where the classical light enters
   * @param ramanPerKmNm Raman coefficient in 1/(km nm), both polarizations
   * @param wavelengthNm of the quantum channel
   * @param lossDbPerKm of both channels
   */
  public record Raman(
      double launchPower,
      double ramanPerKmNm,
      double wavelengthNm,
      double lossDbPerKm,
      double lengthKm) {
    public Raman {
      Require.notNegative(launchPower, "launchPower");
      Require.notNegative(ramanPerKmNm, "ramanPerKmNm");
      Require.positive(wavelengthNm, "wavelengthNm");
      Require.notNegative(lossDbPerKm, "lossDbPerKm");
      Require.notNegative(lengthKm, "lengthKm");
    }

    /** {@code P rho L/(h nu)}: the loss cancels. */
    public double co() {
      return perKm() * lengthKm;
    }

    /** {@code P rho (e^(aL) - e^(-aL))/(2 a h nu)}. */
    public double counter() {
      double neper = Decibels.toNepers(lossDbPerKm) * lengthKm;
      return co() * (neper == 0 ? 1 : StrictMath.sinh(neper) / neper);
    }

    private double perKm() {
      return launchPower
          * ramanPerKmHz(ramanPerKmNm, wavelengthNm)
          / Photons.energy(Photons.frequency(wavelengthNm));
    }
  }

  /**
   * {@code VA 2 pi dnu dt}: phase that two lasers lose between reference and signal; the first term
   * of {@code 2 VA (1 - exp(-pi dnu dt))}, for small phases.
   *
   * @param linewidth of both lasers together
   * @param delay seconds from reference to signal
   */
  public static double phase(double modulationVariance, double linewidth, double delay) {
    return Require.notNegative(modulationVariance, "modulationVariance")
        * Coherence.phaseVariance(linewidth, delay);
  }

  /**
   * Noise at the receiver's output, in its shot-noise units, as excess noise at the channel's
   * input: {@code quadratures noise/(efficiency T)}.
   */
  public static double ofReceiverNoise(
      double noise, Detection detection, double efficiency, double transmittance) {
    Require.notNegative(noise, "noise");
    Require.positive(Require.fraction(efficiency, "efficiency"), "efficiency");
    return detection.quadratures() * noise / (efficiency * transmittance(transmittance));
  }

  /** Quantization of a digitizer, see {@link #ofReceiverNoise}. */
  public static double quantization(
      Digitizer digitizer,
      ShotNoise shotNoise,
      Detection detection,
      double efficiency,
      double transmittance) {
    return ofReceiverNoise(
        shotNoise.inUnits(digitizer.quantizationNoise()), detection, efficiency, transmittance);
  }

  private static double transmittance(double value) {
    return Require.positive(Require.fraction(value, "transmittance"), "transmittance");
  }
}
