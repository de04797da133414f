package org.optihal.physics.keyrate;

import org.optihal.physics.Require;

/**
 * What two receivers count of a continuous source of entangled photon pairs. Rates are per second;
 * valid while {@code rate * coincidenceWindow} is much less than one and the window holds all of a
 * pair's jitter.
 *
 * @param pairRate pairs that leave the source
 * @param signalEfficiency from source to click of one arm
 * @param idlerEfficiency of the other arm
 * @param signalNoiseRate dark, Raman and leakage clicks of one arm, all its detectors together
 * @param idlerNoiseRate of the other arm
 * @param coincidenceWindow full width in seconds
 * @param stateVisibility visibility of the pairs themselves: source, phase and alignment
 */
public record Entanglement(
    double pairRate,
    double signalEfficiency,
    double idlerEfficiency,
    double signalNoiseRate,
    double idlerNoiseRate,
    double coincidenceWindow,
    double stateVisibility) {

  /** {@code 2 sqrt(2)}: Cirel'son, Lett. Math. Phys. 4, 93 (1980). */
  private static final double TSIRELSON = 2 * StrictMath.sqrt(2);

  public Entanglement {
    Require.notNegative(pairRate, "pairRate");
    Require.fraction(signalEfficiency, "signalEfficiency");
    Require.fraction(idlerEfficiency, "idlerEfficiency");
    Require.notNegative(signalNoiseRate, "signalNoiseRate");
    Require.notNegative(idlerNoiseRate, "idlerNoiseRate");
    Require.notNegative(coincidenceWindow, "coincidenceWindow");
    Require.fraction(stateVisibility, "stateVisibility");
  }

  /** Clicks of the signal arm. */
  public double signalSingles() {
    return pairRate * signalEfficiency + signalNoiseRate;
  }

  /** Clicks of the idler arm. */
  public double idlerSingles() {
    return pairRate * idlerEfficiency + idlerNoiseRate;
  }

  /** Coincidences of two photons of one pair. */
  public double trueCoincidences() {
    return pairRate * signalEfficiency * idlerEfficiency;
  }

  /** Coincidences of clicks that have nothing to do with each other. */
  public double accidentals() {
    return accidentals(signalSingles(), idlerSingles(), coincidenceWindow);
  }

  /** All coincidences, which is what a counter shows. */
  public double coincidences() {
    return trueCoincidences() + accidentals();
  }

  /** {@link #coincidenceToAccidentalRatio(double, double)} of this link. */
  public double coincidenceToAccidentalRatio() {
    return coincidenceToAccidentalRatio(coincidences(), accidentals());
  }

  /**
   * Visibility of the fringe that is measured: accidentals fall evenly on all results, {@code V =
   * V0 true / (true + accidental)}; 0 without coincidences.
   */
  public double visibility() {
    double all = coincidences();
    return all == 0 ? 0 : stateVisibility * (trueCoincidences() / all);
  }

  /** CHSH parameter at the best settings, {@code S = 2 sqrt(2) V}. */
  public double chsh() {
    return chsh(visibility());
  }

  /** {@code (1 - V)/2}, with the same visibility in both bases. */
  public double qber() {
    return (1 - visibility()) / 2;
  }

  /**
   * {@code q C (1 - f h(E) - h(E))} in bits per second, negative without a key: BBM92 (Bennett,
   * Brassard and Mermin, PRL 68, 557 (1992)) with one-way post-processing after Ma, Fung and Lo,
   * PRA 76, 012307 (2007), the error rate being the same in both bases.
   */
  public double margin(PostProcessing post) {
    return bbm92Margin(coincidences(), qber(), qber(), post);
  }

  /** Secret bits per second; 0 where there is no key. */
  public double keyRateBitsPerSecond(PostProcessing post) {
    return Math.max(0, margin(post));
  }

  /** {@code R1 R2 tau}: accidental coincidences of two independent rates. */
  public static double accidentals(double rate1, double rate2, double coincidenceWindow) {
    Require.notNegative(rate1, "rate1");
    Require.notNegative(rate2, "rate2");
    return rate1 * rate2 * Require.notNegative(coincidenceWindow, "coincidenceWindow");
  }

  /**
   * Counts in the coincidence peak, its accidentals included, over accidentals beside it: 1 means
   * no correlation. Positive infinity if no accidental was seen.
   */
  public static double coincidenceToAccidentalRatio(double coincidences, double accidentals) {
    Require.notNegative(coincidences, "coincidences");
    Require.notNegative(accidentals, "accidentals");
    return accidentals == 0 ? Double.POSITIVE_INFINITY : coincidences / accidentals;
  }

  /** {@code (max - min)/(max + min)} of a measured fringe; 0 if nothing was counted. */
  public static double fringeVisibility(double maximum, double minimum) {
    Require.notNegative(maximum, "maximum");
    Require.within(minimum, 0, maximum, "minimum");
    return maximum == 0 ? 0 : (maximum - minimum) / (maximum + minimum);
  }

  /** {@code S = 2 sqrt(2) V}; local realism stays at or below 2. */
  public static double chsh(double visibility) {
    return TSIRELSON * Require.fraction(visibility, "visibility");
  }

  /**
   * Correlation of one pair of settings, from coincidences of equal ({@code ++}, {@code --}) and of
   * unequal ({@code +-}, {@code -+}) results; 0 if nothing was counted.
   */
  public static double correlation(double equal, double unequal) {
    Require.notNegative(equal, "equal");
    Require.notNegative(unequal, "unequal");
    return equal == 0 && unequal == 0 ? 0 : (equal - unequal) / (equal + unequal);
  }

  /**
   * {@code S = |E(a,b) - E(a,b')| + |E(a',b) + E(a',b')|} of four measured correlations: Clauser,
   * Horne, Shimony and Holt, PRL 23, 880 (1969).
   */
  public static double chsh(double ab, double abPrime, double aPrimeB, double aPrimeBPrime) {
    Require.within(ab, -1, 1, "ab");
    Require.within(abPrime, -1, 1, "abPrime");
    Require.within(aPrimeB, -1, 1, "aPrimeB");
    Require.within(aPrimeBPrime, -1, 1, "aPrimeBPrime");
    return Math.abs(ab - abPrime) + Math.abs(aPrimeB + aPrimeBPrime);
  }

  /**
   * {@code q C (1 - f h(e_bit) - h(e_phase))} from a measured rate of coincidences and the error
   * rates of both bases; a phase error rate beyond 1/2 leaves no more key than 1/2 does.
   */
  public static double bbm92Margin(
      double coincidenceRate, double bitErrorRate, double phaseErrorRate, PostProcessing post) {
    Require.notNegative(coincidenceRate, "coincidenceRate");
    Require.fraction(bitErrorRate, "bitErrorRate");
    Require.fraction(phaseErrorRate, "phaseErrorRate");
    return post.siftingFactor()
        * coincidenceRate
        * (1
            - post.errorCorrectionEfficiency() * BinaryEntropy.of(bitErrorRate)
            - BinaryEntropy.of(Math.min(0.5, phaseErrorRate)));
  }
}
