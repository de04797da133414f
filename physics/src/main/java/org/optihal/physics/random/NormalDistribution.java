package org.optihal.physics.random;

import org.optihal.physics.Require;

/** The normal distribution of mean 0 and variance 1. */
public final class NormalDistribution {
  private static final double SQRT_2_PI = StrictMath.sqrt(2 * StrictMath.PI);

  private static final double[] CENTER_OVER = {
    2509.0809287301227, 33430.57558358813, 67265.7709270087,
    45921.95393154987, 13731.69376550946, 1971.5909503065513,
    133.14166789178438, 3.3871328727963665
  };
  private static final double[] CENTER_UNDER = {
    5226.495278852854, 28729.085735721943, 39307.89580009271,
    21213.794301586597, 5394.196021424751, 687.1870074920579,
    42.31333070160091, 1.0
  };
  private static final double[] MIDDLE_OVER = {
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506,
    1.2704582524523684, 3.6478483247632045, 5.769497221460691,
    4.630337846156546, 1.4234371107496835
  };
  private static final double[] MIDDLE_UNDER = {
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457,
    0.14810397642748008, 0.6897673349851, 1.6763848301838038,
    2.053191626637759, 1.0
  };
  private static final double[] TAIL_OVER = {
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784,
    0.026532189526576124, 0.29656057182850487, 1.7848265399172913,
    5.463784911164114, 6.657904643501103
  };
  private static final double[] TAIL_UNDER = {
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5,
    0.0007868691311456133, 0.014875361290850615, 0.1369298809227358,
    0.599832206555888, 1.0
  };

  private NormalDistribution() {}

  /**
   * The value below which the normal distribution lies with this probability, infinite for 0 and 1:
   * M. J. Wichura, algorithm AS 241 (PPND16), Appl. Stat. 37, 477 (1988).
   */
  public static double quantile(double probability) {
    double q = Require.fraction(probability, "probability") - 0.5;
    if (Math.abs(q) <= 0.425) {
      return q * ratio(CENTER_OVER, CENTER_UNDER, 0.180625 - q * q);
    }
    double tail = q < 0 ? probability : 1 - probability;
    if (tail <= 0) {
      return q < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    double r = Math.sqrt(-StrictMath.log(tail));
    double value =
        r <= 5 ? ratio(MIDDLE_OVER, MIDDLE_UNDER, r - 1.6) : ratio(TAIL_OVER, TAIL_UNDER, r - 5);
    return q < 0 ? -value : value;
  }

  /** Probability of more than {@code value}, with full relative precision far above the mean. */
  public static double above(double value) {
    if (value < 0) {
      return 1 - above(-value);
    }
    double x = Require.notNegative(value, "value");
    double density = StrictMath.exp(-x * x / 2) / SQRT_2_PI;
    return x < 3 ? 0.5 - density * series(x) : density / fraction(x);
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

  private static double ratio(double[] over, double[] under, double x) {
    double above = over[0];
    double below = under[0];
    for (int i = 1; i < over.length; i++) {
      above = above * x + over[i];
      below = below * x + under[i];
    }
    return above / below;
  }
}
