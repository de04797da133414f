package org.optihal.physics.keyrate;

/**
 * An asymptotic decoy-state result, per pulse sent (MDI: per pair of pulses).
 *
 * @param gain of the signal pulses
 * @param qber of the signal pulses
 * @param singlePhotonYield {@code Y1} (MDI: {@code Y11}), exact or a lower bound, between 0 and 1
 * @param singlePhotonErrorRate phase error rate {@code e1} (MDI: {@code e11}), exact or an upper
 *     bound; 1/2 also stands for every bound above it, as both leave no key
 * @param margin secret bits as the formula gives them, negative beyond cut-off
 */
public record DecoyKeyRate(
    double gain,
    double qber,
    double singlePhotonYield,
    double singlePhotonErrorRate,
    double margin) {

  /** Secret bits; 0 where there is no key. */
  public double keyRatePerPulse() {
    return Math.max(0, margin);
  }

  /**
   * {@code q (-Q f h(E) + Q1 (1 - h(e1)))}: Gottesman, Lo, Lütkenhaus and Preskill with decoys, as
   * in Lo, Ma and Chen, PRL 94, 230504 (2005), and Ma et al., PRA 72, 012326 (2005), equation (1).
   *
   * @param singlePhotonShare probability that the source sends exactly one photon
   * @param errorBound not negative where {@code yieldBound} is above zero
   */
  static DecoyKeyRate of(
      double gain,
      double qber,
      double singlePhotonShare,
      double yieldBound,
      double errorBound,
      PostProcessing post) {
    double yield = Math.min(1, Math.max(0, yieldBound));
    double error = yield == 0 ? 0.5 : Math.min(0.5, errorBound);
    double margin =
        post.siftingFactor()
            * (singlePhotonShare * yield * (1 - BinaryEntropy.of(error))
                - gain * post.errorCorrectionEfficiency() * BinaryEntropy.of(qber));
    return new DecoyKeyRate(gain, qber, yield, error, margin);
  }
}
