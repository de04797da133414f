package org.optihal.physics.random;

/**
 * Marsaglia and Tsang, "The ziggurat method for generating random variables", J. Stat. Softw. 5
 * (8), 2000, with 256 layers; layer, sign and position come from separate bits (Doornik 2005).
 */
final class GaussianZiggurat {
  private static final int LAYERS = 256;

  /** Where the tail starts such that all layers have equal area, and that area. */
  private static final double TAIL = 3.654152885361009;

  private static final double AREA = 0.004928673233974655;

  private static final double[] EDGE = new double[LAYERS + 1];
  private static final double[] DENSITY = new double[LAYERS + 1];

  static {
    EDGE[0] = AREA / density(TAIL);
    EDGE[1] = TAIL;
    for (int i = 1; i < LAYERS - 1; i++) {
      EDGE[i + 1] = Math.sqrt(-2 * StrictMath.log(AREA / EDGE[i] + density(EDGE[i])));
    }
    for (int i = 0; i <= LAYERS; i++) {
      DENSITY[i] = density(EDGE[i]);
    }
  }

  private GaussianZiggurat() {}

  private static double density(double x) {
    return StrictMath.exp(-x * x / 2);
  }

  static double sample(RandomStream random) {
    while (true) {
      long bits = random.bits();
      int layer = (int) bits & (LAYERS - 1);
      double sign = 1 - ((bits >>> 7) & 2);
      double x = (bits >>> 11) * 0x1p-53 * EDGE[layer];
      if (x < EDGE[layer + 1]) {
        return sign * x;
      }
      if (layer == 0) {
        return sign * tail(random);
      }
      if (DENSITY[layer] + random.uniform() * (DENSITY[layer + 1] - DENSITY[layer]) < density(x)) {
        return sign * x;
      }
    }
  }

  private static double tail(RandomStream random) {
    double x;
    do {
      x = random.exponential() / TAIL;
    } while (2 * random.exponential() <= x * x);
    return TAIL + x;
  }
}
