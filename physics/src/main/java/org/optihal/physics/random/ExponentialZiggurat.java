package org.optihal.physics.random;

/**
 * Marsaglia and Tsang, "The ziggurat method for generating random variables", J. Stat. Softw. 5
 * (8), 2000, with 256 layers; layer and position come from separate bits (Doornik 2005).
 */
final class ExponentialZiggurat {
  private static final int LAYERS = 256;

  /** Where the tail starts such that all layers have equal area. */
  private static final double TAIL = 7.69711747013105;

  private static final double[] EDGE = new double[LAYERS + 1];
  private static final double[] DENSITY = new double[LAYERS + 1];

  static {
    double area = (TAIL + 1) * StrictMath.exp(-TAIL);
    EDGE[0] = area / StrictMath.exp(-TAIL);
    EDGE[1] = TAIL;
    for (int i = 1; i < LAYERS - 1; i++) {
      EDGE[i + 1] = -StrictMath.log(area / EDGE[i] + StrictMath.exp(-EDGE[i]));
    }
    for (int i = 0; i <= LAYERS; i++) {
      DENSITY[i] = StrictMath.exp(-EDGE[i]);
    }
  }

  private ExponentialZiggurat() {}

  static double sample(RandomStream random) {
    double start = 0;
    while (true) {
      long bits = random.bits();
      int layer = (int) bits & (LAYERS - 1);
      double x = ((bits >>> 11) | 1) * 0x1p-53 * EDGE[layer];
      if (x < EDGE[layer + 1]) {
        return start + x;
      }
      if (layer == 0) {
        start += TAIL; // what is left beyond has the same distribution
      } else if (DENSITY[layer] + random.uniform() * (DENSITY[layer + 1] - DENSITY[layer])
          < StrictMath.exp(-x)) {
        return start + x;
      }
    }
  }
}
