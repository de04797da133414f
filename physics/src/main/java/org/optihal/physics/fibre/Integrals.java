package org.optihal.physics.fibre;

/** Integrals of a decaying exponential, exact also where their closed forms cancel. */
final class Integrals {
  private Integrals() {}

  /** Integral of exp(-x t) for t from 0 to 1: (1 - exp(-x)) / x. */
  static double decay(double x) {
    return x == 0 ? 1 : -StrictMath.expm1(-x) / x;
  }

  /** Integral of t exp(-x t) for t from 0 to 1: (1 - (1 + x) exp(-x)) / x². */
  static double rampedDecay(double x) {
    if (x > 1) {
      return (-StrictMath.expm1(-x) - x * StrictMath.exp(-x)) / x / x;
    }
    double term = 1;
    double sum = 0.5;
    for (int k = 1; StrictMath.abs(term) > 1e-18; k++) {
      term *= -x / k;
      sum += term / (k + 2);
    }
    return sum;
  }
}
