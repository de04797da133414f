package org.optihal.physics.random;

/**
 * Logarithms of Poisson and binomial probabilities without the cancellation of large factorials: C.
 * Loader, "Fast and accurate computation of binomial probabilities", 2000 (the saddle-point form
 * used by R).
 */
final class LogProbability {
  private static final double HALF_LOG_TWO_PI = StrictMath.log(2 * StrictMath.PI) / 2;
  private static final double[] SMALL = new double[16];

  static {
    double logFactorial = 0;
    for (int n = 1; n < SMALL.length; n++) {
      logFactorial += StrictMath.log(n);
      SMALL[n] = logFactorial - (n + 0.5) * StrictMath.log(n) + n - HALF_LOG_TWO_PI;
    }
  }

  private LogProbability() {}

  /** Logarithm of P(k) for a Poisson distribution. */
  static double poisson(double k, double mean) {
    if (k == 0) {
      return -mean;
    }
    return -stirlingError(k) - deviance(k, mean) - HALF_LOG_TWO_PI - StrictMath.log(k) / 2;
  }

  /** Logarithm of P(k) for a binomial distribution, 0 < p < 1. */
  static double binomial(double k, double n, double p) {
    if (k == 0) {
      return n * StrictMath.log1p(-p);
    }
    if (k == n) {
      return n * StrictMath.log(p);
    }
    return stirlingError(n)
        - stirlingError(k)
        - stirlingError(n - k)
        - deviance(k, n * p)
        - deviance(n - k, n * (1 - p))
        - HALF_LOG_TWO_PI
        - (StrictMath.log(k) + StrictMath.log1p(-k / n)) / 2;
  }

  /** log(n!) less Stirling's formula. */
  private static double stirlingError(double n) {
    if (n < SMALL.length) {
      return SMALL[(int) n];
    }
    double square = n * n;
    return (1.0 / 12
            - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square) / square)
                / square)
        / n;
  }

  /** {@code x log(x / mean) + mean - x}, accurate near x = mean. */
  private static double deviance(double x, double mean) {
    double difference = x - mean;
    if (Math.abs(difference) >= 0.1 * (x + mean)) {
      return x * StrictMath.log(x / mean) - difference;
    }
    double v = difference / (x + mean);
    double sum = difference * v;
    double term = 2 * x * v;
    for (int j = 3; ; j += 2) {
      term *= v * v;
      double next = sum + term / j;
      if (next == sum) {
        return sum;
      }
      sum = next;
    }
  }
}
