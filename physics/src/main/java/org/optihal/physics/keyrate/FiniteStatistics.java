package org.optihal.physics.keyrate;

/** The fluctuations that Lim et al. (2014) and Rusca et al. (2018) share. */
final class FiniteStatistics {
  private static final double LN_2 = StrictMath.log(2);

  private FiniteStatistics() {}

  static double log2(double x) {
    return StrictMath.log(x) / LN_2;
  }

  /** Hoeffding's deviation {@code sqrt(n/2 ln(1/eps))}; natural logarithm, n is the total. */
  static double deviation(double total, double failure) {
    return StrictMath.sqrt(total / 2 * -StrictMath.log(failure));
  }

  /** Counts of one intensity under the Poisson weight of the vacuum: {@code n exp(k)/p_k}. */
  static double weighted(double counts, double meanPhotons, double probability) {
    return counts * StrictMath.exp(meanPhotons) / probability;
  }

  /** A bound of a count: no count is below zero or above the total. */
  static double count(double bound, double total) {
    return Math.min(total, Math.max(0, bound));
  }

  /**
   * Upper bound of the phase error rate in the key basis from the errors of single photons in the
   * other basis: {@code b + gamma(eps, b, c, d)} with {@code b = v/c}, sampling without replacement
   * (Fung, Ma and Chau, PRA 81, 012318 (2010)), at most 1/2. Without single photons on either side
   * it is 1/2. The formula degenerates without errors, so less than one error counts as one.
   */
  static double phaseErrorRate(
      double errors, double checkSinglePhotons, double keySinglePhotons, double failure) {
    double c = checkSinglePhotons;
    double d = keySinglePhotons;
    double b = Math.max(1, errors) / c;
    // Also where c is zero, as b is then infinite.
    if (!(b < 0.5) || d <= 0) {
      return 0.5;
    }
    double spread = (1 / c + 1 / d) / (b * (1 - b));
    double bits = Math.max(0, log2(spread) - 2 * log2(failure));
    double gamma = StrictMath.sqrt((1 / c + 1 / d) * b * (1 - b) / LN_2 * bits);
    return Math.min(0.5, b + gamma);
  }
}
