package org.optihal.physics.keyrate;

import org.optihal.physics.Require;

/** Shannon's entropy of a biased coin, in bits. */
public final class BinaryEntropy {
  private static final double LN_2 = StrictMath.log(2);

  private BinaryEntropy() {}

  /** {@code -p log2 p - (1-p) log2(1-p)}; 0 at both ends. */
  public static double of(double probability) {
    double p = Require.fraction(probability, "probability");
    if (p == 0 || p == 1) {
      return 0;
    }
    return -(p * StrictMath.log(p) + (1 - p) * StrictMath.log1p(-p)) / LN_2;
  }

  /** The probability between 0 and 1/2 that has this entropy (0 to 1 bit). */
  public static double inverse(double bits) {
    Require.fraction(bits, "bits");
    return Search.root(p -> bits - of(p), 0, 0.5);
  }

  /**
   * The quantum bit error rate at which one-way post-processing of ideal BB84 leaves no key: {@code
   * 1 - (1 + f) h(e) = 0} (Shor and Preskill, PRL 85, 441 (2000), with a reconciliation that costs
   * {@code f >= 1} times the Shannon limit).
   */
  public static double oneWayThreshold(double errorCorrectionEfficiency) {
    Arguments.atLeastOne(errorCorrectionEfficiency, "errorCorrectionEfficiency");
    return inverse(1 / (1 + errorCorrectionEfficiency));
  }
}
