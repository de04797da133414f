package org.optihal.physics.light;

import org.optihal.physics.Require;

/**
 * Power and polarization of light; {@code s0} is the total power, {@code s1} horizontal minus
 * vertical, {@code s2} diagonal minus antidiagonal, {@code s3} right minus left circular, all in
 * one unit. A polarized part larger than the total is refused.
 */
public record StokesVector(double s0, double s1, double s2, double s3) {
  public static final StokesVector HORIZONTAL = new StokesVector(1, 1, 0, 0);
  public static final StokesVector VERTICAL = new StokesVector(1, -1, 0, 0);
  public static final StokesVector DIAGONAL = new StokesVector(1, 0, 1, 0);
  public static final StokesVector ANTIDIAGONAL = new StokesVector(1, 0, -1, 0);
  public static final StokesVector RIGHT_CIRCULAR = new StokesVector(1, 0, 0, 1);
  public static final StokesVector LEFT_CIRCULAR = new StokesVector(1, 0, 0, -1);
  public static final StokesVector UNPOLARIZED = new StokesVector(1, 0, 0, 0);

  private static final double ROUNDING = 1e-9;

  public StokesVector {
    Require.notNegative(s0, "s0");
    Require.finite(s1, "s1");
    Require.finite(s2, "s2");
    Require.finite(s3, "s3");
    if (length(s1, s2, s3) > s0 * (1 + ROUNDING)) {
      throw new IllegalArgumentException(
          "polarized part " + length(s1, s2, s3) + " must not exceed the total power s0 = " + s0);
    }
  }

  /** Fraction of the power that is polarized; zero for no light. */
  public double degreeOfPolarization() {
    return s0 == 0 ? 0 : Math.min(1, length(s1, s2, s3) / s0);
  }

  /** Same polarization, {@code factor} times the power. */
  public StokesVector times(double factor) {
    Require.notNegative(factor, "factor");
    return new StokesVector(factor * s0, factor * s1, factor * s2, factor * s3);
  }

  /** Sum of two lights that do not interfere. */
  public StokesVector plus(StokesVector other) {
    return new StokesVector(s0 + other.s0, s1 + other.s1, s2 + other.s2, s3 + other.s3);
  }

  /** Power behind an ideal analyzer that passes the polarization of {@code state}. */
  public double powerAlong(StokesVector state) {
    double length = length(state.s1, state.s2, state.s3);
    if (length == 0) {
      throw new IllegalArgumentException("state must be polarized, not " + state);
    }
    double along = (s1 * state.s1 + s2 * state.s2 + s3 * state.s3) / length;
    return Math.max(0, (s0 + along) / 2);
  }

  private static double length(double x, double y, double z) {
    return StrictMath.sqrt(x * x + y * y + z * z);
  }
}
