package org.optihal.physics.light;

import org.optihal.physics.Require;

/** Decibels and what they stand for; a ratio is always one of powers. */
public final class Decibels {
  private static final double NEPERS_PER_DECIBEL = StrictMath.log(10) / 10;

  /** Beyond this many decibels a double has no room for the ratio. */
  private static final double LIMIT = 3000;

  private Decibels() {}

  /** Ratio of powers: 10^(dB/10). */
  public static double toRatio(double decibels) {
    return StrictMath.pow(10, Require.within(decibels, -LIMIT, LIMIT, "decibels") / 10);
  }

  /** Decibels of a ratio of powers; a ratio of zero has none and is refused. */
  public static double ofRatio(double ratio) {
    return 10 * StrictMath.log10(Require.positive(ratio, "ratio"));
  }

  /** Power in W of a level above one milliwatt. */
  public static double toWatts(double dbm) {
    return StrictMath.pow(10, Require.within(dbm, -LIMIT, LIMIT, "dbm") / 10) * 1e-3;
  }

  /** Level in dBm of a power in W; a power of zero has none and is refused. */
  public static double ofWatts(double power) {
    return 10 * StrictMath.log10(Require.positive(power, "power")) + 30;
  }

  /** Transmittance of an element: 10^(-dB/10), at most 1 because a loss is never negative. */
  public static double transmittance(double lossDb) {
    return StrictMath.pow(10, -Require.notNegative(lossDb, "lossDb") / 10);
  }

  /** Attenuation coefficient of power in 1/km, as it stands in exp(-a L). */
  public static double toNepers(double lossDbPerKm) {
    return Require.notNegative(lossDbPerKm, "lossDbPerKm") * NEPERS_PER_DECIBEL;
  }
}
