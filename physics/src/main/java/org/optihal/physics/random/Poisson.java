package org.optihal.physics.random;

import org.optihal.physics.Require;

/**
 * Inversion for small means, else PTRS: W. Hörmann, "The transformed rejection method for
 * generating Poisson random variables", Insurance: Math. Econ. 12, 39-45 (1993).
 */
final class Poisson {
  private static final double LARGEST_INVERTED = 12;

  private Poisson() {}

  static long sample(RandomStream random, double mean) {
    Require.within(mean, 0, 1e15, "mean");
    return mean < LARGEST_INVERTED ? invert(random, mean) : reject(random, mean);
  }

  private static long invert(RandomStream random, double mean) {
    double u = random.uniform();
    double probability = StrictMath.exp(-mean);
    long k = 0;
    while (u >= probability) {
      u -= probability;
      k++;
      probability *= mean / k;
      if (probability < 0x1p-70) { // u is the rounding of the sum
        return k;
      }
    }
    return k;
  }

  private static long reject(RandomStream random, double mean) {
    double b = 0.931 + 2.53 * Math.sqrt(mean);
    double a = -0.059 + 0.02483 * b;
    double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
    double squeeze = 0.9277 - 3.6224 / (b - 2);
    while (true) {
      double u = random.openUniform() - 0.5;
      double v = random.openUniform();
      double us = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
      if (us >= 0.07 && v <= squeeze) {
        return (long) k;
      }
      if (k < 0 || (us < 0.013 && v > us)) {
        continue;
      }
      if (StrictMath.log(v * inverseAlpha / (a / (us * us) + b))
          <= LogProbability.poisson(k, mean)) {
        return (long) k;
      }
    }
  }
}
