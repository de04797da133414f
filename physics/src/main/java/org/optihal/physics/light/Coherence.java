package org.optihal.physics.light;

import org.optihal.physics.Require;

/** What a laser's linewidth does to interference; {@code linewidth} is the Lorentzian FWHM. */
public final class Coherence {
  private Coherence() {}

  /** Coherence time in s of a Lorentzian line: 1 / (pi linewidth). */
  public static double time(double linewidth) {
    return 1 / (StrictMath.PI * Require.positive(linewidth, "linewidth"));
  }

  /** Fringe visibility of an interferometer of unequal arms: exp(-pi linewidth delay). */
  public static double visibility(double linewidth, double delay) {
    return StrictMath.exp(
        -StrictMath.PI
            * Require.notNegative(linewidth, "linewidth")
            * Require.notNegative(delay, "delay"));
  }

  /** Error fraction of an interferometer that is in phase: (1 - V) / 2. */
  public static double errorRate(double visibility) {
    return (1 - Require.fraction(visibility, "visibility")) / 2;
  }

  /** Error fraction of an interferometer that is off by {@code phase}: (1 - V cos phase) / 2. */
  public static double errorRate(double visibility, double phase) {
    return (1
            - Require.fraction(visibility, "visibility")
                * StrictMath.cos(Require.finite(phase, "phase")))
        / 2;
  }

  /** Variance in rad² that the phase of a laser gathers in {@code interval}: 2 pi linewidth t. */
  public static double phaseVariance(double linewidth, double interval) {
    return 2
        * StrictMath.PI
        * Require.notNegative(linewidth, "linewidth")
        * Require.notNegative(interval, "interval");
  }
}
