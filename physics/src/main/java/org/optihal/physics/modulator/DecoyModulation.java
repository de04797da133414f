package org.optihal.physics.modulator;

import org.optihal.physics.Require;
import org.optihal.physics.light.Decibels;

/** Mean photon numbers of decoy states as an intensity modulator of finite extinction sets them. */
public final class DecoyModulation {
  private DecoyModulation() {}

  /** The least mean photon number beside a signal at the peak: {@code mu 10^(-ER/10)}. */
  public static double vacuumFloor(double signalMean, double extinctionDb) {
    return Require.positive(signalMean, "signalMean")
        * Decibels.transmittance(Require.notNegative(extinctionDb, "extinctionDb"));
  }

  /**
   * What a decoy level becomes when the modulator's phase is wrong; the signal is at the peak.
   *
   * @param signalMean mean photon number at the peak
   * @param wantedMean the level, not below {@link #vacuumFloor}
   * @param phaseError radians, away from the peak if positive
   */
  public static double achievedMean(
      MachZehnder modulator, double signalMean, double wantedMean, double phaseError) {
    Require.positive(signalMean, "signalMean");
    Require.notNegative(wantedMean, "wantedMean");
    Require.finite(phaseError, "phaseError");
    if (wantedMean < vacuumFloor(signalMean, modulator.extinctionDb()) || wantedMean > signalMean) {
      throw new IllegalArgumentException(
          "wantedMean must be between "
              + vacuumFloor(signalMean, modulator.extinctionDb())
              + " (extinction "
              + modulator.extinctionDb()
              + " dB) and "
              + signalMean
              + ", not "
              + wantedMean);
    }
    double ratio = Math.max(modulator.floor(), wantedMean / signalMean);
    double phase = modulator.phaseForRelativeTransmission(ratio);
    return signalMean * modulator.relativeTransmission(phase + phaseError);
  }

  /** {@code achieved/wanted - 1} for a phase error, see {@link #achievedMean}. */
  public static double relativeError(
      MachZehnder modulator, double signalMean, double wantedMean, double phaseError) {
    Require.positive(wantedMean, "wantedMean");
    return achievedMean(modulator, signalMean, wantedMean, phaseError) / wantedMean - 1;
  }

  /**
   * One pulse's mean photon number under log-normal fluctuations that keep the mean.
   *
   * @param relativeDeviation deviation of the logarithm, small: the relative deviation
   * @param gaussian a draw of mean 0 and variance 1
   */
  public static double fluctuatingMean(double mean, double relativeDeviation, double gaussian) {
    Require.notNegative(mean, "mean");
    Require.within(relativeDeviation, 0, 1, "relativeDeviation");
    Require.finite(gaussian, "gaussian");
    return mean
        * StrictMath.exp(relativeDeviation * gaussian - relativeDeviation * relativeDeviation / 2);
  }
}
