package org.optihal.physics.keyrate;

/**
 * Modified Bessel functions: averages over a random phase, as series of positive terms: exact to
 * rounding.
 */
final class ModifiedBessel {
  private ModifiedBessel() {}

  /** {@code I0(x) - 1}, exact also where it is small. */
  static double i0MinusOne(double x) {
    double quarter = x * x / 4;
    double term = 1;
    double sum = 0;
    for (int n = 1; ; n++) {
      term *= quarter / ((double) n * n);
      double next = sum + term;
      if (next == sum) {
        return sum;
      }
      sum = next;
    }
  }

  /**
   * {@code 1 + I0(2x) - 2 I0(x)^2}, which is {@code x^4/16} for small x and could not be had from
   * the difference. Term n is {@code x^2n/n!^2 (1 - 2 C(2n,n)/4^n)}.
   */
  static double bunching(double x) {
    double square = x * x;
    double power = square;
    double central = 0.5;
    double sum = 0;
    for (int n = 2; ; n++) {
      power *= square / ((double) n * n);
      central *= (2 * n - 1) / (2.0 * n);
      double next = sum + power * (1 - 2 * central);
      if (next == sum) {
        return sum;
      }
      sum = next;
    }
  }
}
