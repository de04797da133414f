package org.optihal.physics.coherent;

/** The upper tail of the standard normal distribution and its inverse. */
final class NormalTail {
  private static final double SQRT_2_PI = StrictMath.sqrt(2 * StrictMath.PI);

  private NormalTail() {}

  /** P(X > x) for x from 0 up. */
  static double above(double x) {
    double density = StrictMath.exp(-x * x / 2) / SQRT_2_PI;
    return x < 3 ? 0.5 - density * series(x) : density / fraction(x);
  }

  /** The x with P(X > x) = {@code probability}, which is above 1e-300 and at most a half. */
  static double quantile(double probability) {
    double low = 0;
    double high = 38;
    for (int i = 0; i < 80; i++) {
      double middle = (low + high) / 2;
      if (above(middle) > probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** Abramowitz and Stegun 26.2.11: x + x^3/3 + x^5/(3 5) + ... */
  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int k = 3; term > 1e-18 * sum; k += 2) {
      term *= x * x / k;
      sum += term;
    }
    return sum;
  }

  /** Abramowitz and Stegun 26.2.14: x + 1/(x + 2/(x + 3/(x + ...))), from the far end. */
  private static double fraction(double x) {
    double value = x;
    for (int k = 100; k >= 1; k--) {
      value = x + k / value;
    }
    return value;
  }
}
