package org.optihal.physics.roadm;

import org.optihal.physics.Require;
import org.optihal.physics.light.Decibels;
import org.optihal.physics.light.Photons;

/** Amplified spontaneous emission of an optical amplifier, both polarizations, at its output. */
public final class AmplifierNoise {
  private AmplifierNoise() {}

  /**
   * Spectral density in W/Hz: NF h f G, the form of link budgets and GNPy. It counts the amplified
   * vacuum too; see {@link #spontaneousDensity}.
   */
  public static double spectralDensity(double noiseFigureDb, double gainDb, double frequency) {
    return Decibels.toRatio(noiseFigureDb) * Decibels.toRatio(gainDb) * Photons.energy(frequency);
  }

  /** Power in W within a bandwidth: NF h f B G. */
  public static double power(
      double noiseFigureDb, double gainDb, double bandwidth, double frequency) {
    return spectralDensity(noiseFigureDb, gainDb, frequency)
        * Require.notNegative(bandwidth, "bandwidth");
  }

  /** Power in dBm within a bandwidth: NF h f B G. */
  public static double powerDbm(
      double noiseFigureDb, double gainDb, double bandwidth, double frequency) {
    return Decibels.ofWatts(
        power(noiseFigureDb, gainDb, Require.positive(bandwidth, "bandwidth"), frequency));
  }

  /**
   * Photons that a single-photon detector would see, in W/Hz: 2 n_sp h f (G - 1) = (NF G - 1) h f,
   * from NF = (2 n_sp (G - 1) + 1) / G (E. Desurvire, Erbium-Doped Fiber Amplifiers, 1994). A noise
   * figure below the quantum limit for a gain from 0 dB up is refused. A saturated amplifier may
   * have a gain below that; where NF G is then below 1, the emission is none.
   */
  public static double spontaneousDensity(double noiseFigureDb, double gainDb, double frequency) {
    double gain = Decibels.toRatio(gainDb);
    double product = Decibels.toRatio(noiseFigureDb) * gain;
    double limit = 2 * (gain - 1) + 1;
    if (gain >= 1 && product < limit * (1 - 1e-12)) {
      throw new IllegalArgumentException(
          "noiseFigureDb must be at least "
              + Decibels.ofRatio(limit / gain)
              + " at a gain of "
              + gainDb
              + " dB, not "
              + noiseFigureDb);
    }
    return Math.max(0, product - 1) * Photons.energy(frequency);
  }
}
