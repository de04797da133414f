package org.optihal.physics.keyrate;

import org.optihal.physics.Require;

/**
 * Gaussian-modulated coherent states (GG02), reverse reconciliation, collective attacks, trusted
 * detector: Grosshans et al., Nature 421, 238 (2003); homodyne after Lodewyck et al., PRA 76,
 * 042305 (2007), heterodyne after Fossier et al., J. Phys. B 42, 114014 (2009). All variances are
 * in shot-noise units.
 *
 * @param modulationVariance {@code V_A} of either quadrature at the sender
 * @param transmittance {@code T} of the channel alone, more than 0
 * @param excessNoise {@code xi}, referred to the input of the channel
 * @param efficiency {@code eta} of the receiver, more than 0
 * @param electronicNoise {@code v_el} of either quadrature at the detector's output
 * @param reconciliationEfficiency {@code beta}
 */
public record GaussianModulation(
    double modulationVariance,
    double transmittance,
    double excessNoise,
    double efficiency,
    double electronicNoise,
    double reconciliationEfficiency,
    Detection detection) {

  /** From this excess noise on the channel breaks entanglement, whatever it transmits. */
  private static final double ENTANGLEMENT_BREAKING = 2;

  private static final double LN_2 = StrictMath.log(2);

  /** How many quadratures of a symbol are measured. */
  public enum Detection {
    HOMODYNE,
    HETERODYNE
  }

  public GaussianModulation {
    Require.positive(modulationVariance, "modulationVariance");
    Require.fraction(Require.positive(transmittance, "transmittance"), "transmittance");
    Require.notNegative(excessNoise, "excessNoise");
    Require.fraction(Require.positive(efficiency, "efficiency"), "efficiency");
    Require.notNegative(electronicNoise, "electronicNoise");
    Require.fraction(reconciliationEfficiency, "reconciliationEfficiency");
  }

  public GaussianModulation withTransmittance(double value) {
    return new GaussianModulation(
        modulationVariance,
        value,
        excessNoise,
        efficiency,
        electronicNoise,
        reconciliationEfficiency,
        detection);
  }

  public GaussianModulation withExcessNoise(double value) {
    return new GaussianModulation(
        modulationVariance,
        transmittance,
        value,
        efficiency,
        electronicNoise,
        reconciliationEfficiency,
        detection);
  }

  public GaussianModulation withModulationVariance(double value) {
    return new GaussianModulation(
        value,
        transmittance,
        excessNoise,
        efficiency,
        electronicNoise,
        reconciliationEfficiency,
        detection);
  }

  /** {@code I_AB} in bits per symbol; a heterodyne symbol has two quadratures. */
  public double mutualInformation() {
    double quadrature = StrictMath.log1p(modulationVariance / (1 + totalNoise())) / (2 * LN_2);
    return detection == Detection.HOMODYNE ? quadrature : 2 * quadrature;
  }

  /** {@code chi_BE}: what an eavesdropper can know of the receiver's result, bits per symbol. */
  public double holevo() {
    // The papers' A, B, C and D, rearranged so that no two large numbers are subtracted.
    double t = transmittance;
    double v = modulationVariance + 1;
    double noise = 1 - t + t * excessNoise;
    double bob = t * v + noise;
    double rootB = v * noise + t;
    double rootBLessOne = modulationVariance * (1 - t) + v * t * excessNoise;
    double difference = modulationVariance * (1 - t) - t * excessNoise;
    double first = larger(Math.abs(difference), rootB);

    double chi = detectorNoise();
    double denominator = bob + chi;
    double third;
    double rootD;
    if (detection == Detection.HOMODYNE) {
      double square = difference * difference;
      double c = ((square + 2 * rootB) * chi + v * rootB + bob) / denominator;
      double last = noise * (v * v - 1);
      double discriminant =
          square * (square + 4 * rootB) * chi * chi
              + 2 * difference * (difference * (v * rootB + bob) + 2 * rootB * rootBLessOne) * chi
              + last * last;
      third = StrictMath.sqrt((c + StrictMath.sqrt(Math.max(0, discriminant)) / denominator) / 2);
      rootD = StrictMath.sqrt(rootB * (v + rootB * chi) / denominator);
    } else {
      rootD = (v + rootB * chi) / denominator;
      third = larger(Math.abs(difference * chi + rootBLessOne) / denominator, rootD);
    }
    return entropy(first) + entropy(rootB / first) - entropy(third) - entropy(rootD / third);
  }

  /** The larger of two symplectic eigenvalues of this difference and product. */
  private static double larger(double difference, double product) {
    return (StrictMath.sqrt(difference * difference + 4 * product) + difference) / 2;
  }

  /** {@code K = beta I_AB - chi_BE}, negative beyond cut-off. */
  public double margin() {
    return reconciliationEfficiency * mutualInformation() - holevo();
  }

  /** Secret bits per symbol for infinitely many symbols; 0 where there is no key. */
  public double keyRateBitsPerSymbol() {
    return Math.max(0, margin());
  }

  /**
   * The excess noise at which the key rate falls to zero, all else unchanged; 0 if there is no key
   * even without excess noise.
   */
  public double excessNoiseLimit() {
    if (withExcessNoise(0).margin() <= 0) {
      return 0;
    }
    return Search.root(xi -> withExcessNoise(xi).margin(), 0, ENTANGLEMENT_BREAKING);
  }

  /**
   * What is left for a finite number of symbols. Transmittance and excess noise are taken at the
   * worst ends of their confidence intervals: with {@code m} samples {@code y = t x + z}, {@code
   * t_min = t - w sqrt(s2 / (m V_A))} and {@code s2_max = s2 (1 + w sqrt(2/m))}; and privacy
   * amplification costs {@code 7 sqrt(log2(2/eps)/n) + 2/n log2(1/eps)} bits per symbol. Leverrier,
   * Grosshans and Grangier, PRA 81, 062343 (2010), with the trusted detector of Jouguet et al., PRA
   * 86, 032309 (2012). A heterodyne symbol gives two samples.
   *
   * @param symbols exchanged altogether
   * @param estimationShare share of them that is disclosed, between 0 and 1, both excluded
   * @param worstCaseDeviations {@code w} in standard deviations; 6.5 fails with 1e-10
   * @param failure {@code eps} of smoothing and of privacy amplification
   */
  public FiniteSize finiteSize(
      double symbols, double estimationShare, double worstCaseDeviations, double failure) {
    Arguments.atLeastOne(symbols, "symbols");
    Arguments.properFraction(estimationShare, "estimationShare");
    Require.notNegative(worstCaseDeviations, "worstCaseDeviations");
    Arguments.properFraction(failure, "failure");
    // A heterodyne receiver splits the light over two quadratures.
    double split = detection == Detection.HOMODYNE ? 1 : 2;
    double samples = symbols * estimationShare * split;
    double shot = 1 + electronicNoise;
    double t = StrictMath.sqrt(efficiency * transmittance / split);
    double variance = shot + efficiency * transmittance * excessNoise / split;
    double worstT =
        t - worstCaseDeviations * StrictMath.sqrt(variance / (samples * modulationVariance));
    double worstVariance = variance * (1 + worstCaseDeviations * StrictMath.sqrt(2 / samples));
    double worstTransmittance = split * worstT * worstT / efficiency;
    if (worstT <= 0 || worstTransmittance == 0) {
      return new FiniteSize(0, 0, -holevo());
    }
    double worstNoise = (worstVariance - shot) / (worstT * worstT);
    double key = symbols * (1 - estimationShare);
    double amplification =
        7 * StrictMath.sqrt(FiniteStatistics.log2(2 / failure) / key)
            - 2 / key * FiniteStatistics.log2(failure);
    GaussianModulation worst = withTransmittance(worstTransmittance).withExcessNoise(worstNoise);
    return new FiniteSize(
        worstTransmittance, worstNoise, (1 - estimationShare) * (worst.margin() - amplification));
  }

  /**
   * A result for finitely many symbols. Where so few symbols cannot tell the transmittance from
   * zero, transmittance and excess noise are 0 and there is no key.
   *
   * @param transmittance worst case
   * @param excessNoise worst case
   * @param margin secret bits per symbol exchanged, negative without a key
   */
  public record FiniteSize(double transmittance, double excessNoise, double margin) {
    /** Secret bits per symbol exchanged; 0 where there is no key. */
    public double keyRateBitsPerSymbol() {
      return Math.max(0, margin);
    }
  }

  /** {@code chi_line = 1/T - 1 + xi}. */
  private double lineNoise() {
    return (1 - transmittance) / transmittance + excessNoise;
  }

  /** {@code chi_hom = (1 - eta + v_el)/eta}, {@code chi_het = (2 - eta + 2 v_el)/eta}. */
  private double detectorNoise() {
    return detection == Detection.HOMODYNE
        ? (1 - efficiency + electronicNoise) / efficiency
        : (2 - efficiency + 2 * electronicNoise) / efficiency;
  }

  private double totalNoise() {
    return lineNoise() + detectorNoise() / transmittance;
  }

  /** Entropy in bits of a thermal mode with this symplectic eigenvalue. */
  private static double entropy(double eigenvalue) {
    // Physical states have eigenvalues of at least one; what is below is rounding.
    double x = (eigenvalue - 1) / 2;
    if (x <= 0) {
      return 0;
    }
    return (x * StrictMath.log1p(1 / x) + StrictMath.log1p(x)) / LN_2;
  }
}
