package org.optihal.verify.architecture.bad.physics;

/** Every function of Math whose last bits differ between processors, and two that are exact. */
public final class Rounding {
  private Rounding() {}

  public static double inexact(double x, double y) {
    return Math.sin(x)
        + Math.cos(x)
        + Math.tan(x)
        + Math.asin(x)
        + Math.acos(x)
        + Math.atan(x)
        + Math.atan2(y, x)
        + Math.sinh(x)
        + Math.cosh(x)
        + Math.tanh(x)
        + Math.exp(x)
        + Math.expm1(x)
        + Math.log(x)
        + Math.log10(x)
        + Math.log1p(x)
        + Math.pow(x, y)
        + Math.cbrt(x)
        + Math.hypot(x, y);
  }

  public static double exact(double x) {
    return Math.sqrt(x) + Math.floorMod((long) x, 10);
  }
}
