package org.optihal.physics.random;

import org.optihal.physics.Require;

/**
 * Inversion for few expected successes, else BTRS: W. Hörmann, "The generation of binomial random
 * variates", J. Stat. Comput. Simul. 46, 101-110 (1993).
 */
final class Binomial {
  private static final double LARGEST_INVERTED = 12;

  private Binomial() {}

  static long sample(RandomStream random, long trials, double probability) {
    Require.within((double) trials, 0, 1e15, "trials");
    Require.fraction(probability, "probability");
    if (probability > 0.5) {
      return trials - sample(random, trials, 1 - probability);
    }
    if (trials == 0 || probability == 0) {
      return 0;
    }
    return trials * probability < LARGEST_INVERTED
        ? invert(random, trials, probability)
        : reject(random, (double) trials, probability);
  }

  private static long invert(RandomStream random, long n, double p) {
    double u = random.uniform();
    double odds = p / (1 - p);
    double probability = StrictMath.exp(n * StrictMath.log1p(-p));
    long k = 0;
    while (u >= probability) {
      u -= probability;
      k++;
      probability *= odds * (n - k + 1) / k;
      if (probability < 0x1p-70) { // u is the rounding of the sum, or k is n
        return Math.min(k, n);
      }
    }
    return k;
  }

  private static long reject(RandomStream random, double n, double p) {
    double deviation = Math.sqrt(n * p * (1 - p));
    double b = 1.15 + 2.53 * deviation;
    double a = -0.0873 + 0.0248 * b + 0.01 * p;
    double c = n * p + 0.5;
    double alpha = (2.83 + 5.1 / b) * deviation;
    double squeeze = 0.92 - 4.2 / b;
    double mode = LogProbability.binomial(Math.floor((n + 1) * p), n, p);
    while (true) {
      double u = random.openUniform() - 0.5;
      double v = random.openUniform();
      double us = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / us + b) * u + c);
      if (us >= 0.07 && v <= squeeze) {
        return (long) k;
      }
      if (k < 0 || k > n) {
        continue;
      }
      if (StrictMath.log(v * alpha / (a / (us * us) + b))
          <= LogProbability.binomial(k, n, p) - mode) {
        return (long) k;
      }
    }
  }
}
