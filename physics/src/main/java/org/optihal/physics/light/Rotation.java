package org.optihal.physics.light;

import org.optihal.physics.Require;

/**
 * A rotation of the Poincaré sphere: what a lossless fiber, wave plate or polarization controller
 * does to polarization. Held as the unit quaternion {@code (w, x, y, z)}, with x, y, z along s1,
 * s2, s3; the components given are normalized.
 */
public record Rotation(double w, double x, double y, double z) {
  public static final Rotation IDENTITY = new Rotation(1, 0, 0, 0);

  public Rotation {
    Require.finite(w, "w");
    Require.finite(x, "x");
    Require.finite(y, "y");
    Require.finite(z, "z");
    double norm = StrictMath.sqrt(w * w + x * x + y * y + z * z);
    Require.positive(norm, "norm");
    w /= norm;
    x /= norm;
    y /= norm;
    z /= norm;
  }

  /**
   * Right-handed rotation about the axis (s1, s2, s3), of any length but zero; a wave plate turns
   * about its own axis by its retardance.
   */
  public static Rotation about(double s1, double s2, double s3, double angle) {
    double length = StrictMath.sqrt(s1 * s1 + s2 * s2 + s3 * s3);
    Require.positive(length, "length of the axis");
    double sine = StrictMath.sin(Require.finite(angle, "angle") / 2) / length;
    return new Rotation(StrictMath.cos(angle / 2), sine * s1, sine * s2, sine * s3);
  }

  /** This rotation, then {@code next}. */
  public Rotation then(Rotation next) {
    return new Rotation(
        next.w * w - next.x * x - next.y * y - next.z * z,
        next.w * x + next.x * w + next.y * z - next.z * y,
        next.w * y - next.x * z + next.y * w + next.z * x,
        next.w * z + next.x * y - next.y * x + next.z * w);
  }

  public Rotation inverse() {
    return new Rotation(w, -x, -y, -z);
  }

  /**
   * One step of an isotropic random walk on the sphere. The autocorrelation of a Stokes vector
   * decays as exp(-rate t), so 1/{@code rate} (in s) is the polarization's correlation time; the
   * three gaussians are independent, of mean 0 and variance 1. Steps with {@code rate * interval}
   * well below 1 follow that law; its exact form holds in the limit of small steps.
   */
  public Rotation walk(double rate, double interval, double g1, double g2, double g3) {
    double step =
        StrictMath.sqrt(
            Require.notNegative(rate, "rate") * Require.notNegative(interval, "interval"));
    double length = StrictMath.sqrt(g1 * g1 + g2 * g2 + g3 * g3);
    Require.finite(length, "length of the gaussians");
    return step == 0 || length == 0 ? this : then(about(g1, g2, g3, step * length));
  }

  /** Same power and degree of polarization, turned. */
  public StokesVector apply(StokesVector light) {
    // v + 2 q x (q x v + w v)
    double cx = y * light.s3() - z * light.s2() + w * light.s1();
    double cy = z * light.s1() - x * light.s3() + w * light.s2();
    double cz = x * light.s2() - y * light.s1() + w * light.s3();
    return new StokesVector(
        light.s0(),
        light.s1() + 2 * (y * cz - z * cy),
        light.s2() + 2 * (z * cx - x * cz),
        light.s3() + 2 * (x * cy - y * cx));
  }

  /** Angle of the rotation on the sphere, 0 to pi. */
  public double angle() {
    return 2 * StrictMath.atan2(StrictMath.sqrt(x * x + y * y + z * z), StrictMath.abs(w));
  }

  /**
   * Least fraction of a polarized light that stays in its own state, cos²(angle/2): that of a state
   * perpendicular to the axis. The rest, sin²(angle/2), is found in the orthogonal state.
   */
  public double overlap() {
    return w * w;
  }

  /** Fraction of light polarized as {@code state} that stays in that state. */
  public double overlap(StokesVector state) {
    StokesVector polarized = new StokesVector(length(state), state.s1(), state.s2(), state.s3());
    return Math.min(1, apply(polarized).powerAlong(polarized) / polarized.s0());
  }

  private static double length(StokesVector v) {
    return StrictMath.sqrt(v.s1() * v.s1() + v.s2() * v.s2() + v.s3() * v.s3());
  }
}
