package org.optihal.physics.keyrate;

import org.optihal.physics.Require;

/**
 * Finite-key BB84 with three intensities: Lim, Curty, Walenta, Xu and Zbinden, PRA 89, 022307
 * (2014), equations (1) to (5). The key is made from all intensities of one basis (the paper's X),
 * the other basis (its Z) is disclosed to bound the phase errors.
 *
 * <p>Secrecy is divided over 21 events (equation (B4)): deviations are {@code sqrt(n/2
 * ln(21/eps_sec))} with the total {@code n} of the basis for every intensity. One thing is tighter
 * than printed: a count that deviates is held between 0 and the total, as no count can be outside.
 */
public final class FiniteDecoyBb84 {
  private static final double EVENTS = 21;

  private FiniteDecoyBb84() {}

  /**
   * Mean photon numbers ({@code signal > decoy + weakest}, {@code decoy > weakest >= 0}) and the
   * probabilities with which they are sent, which add up to one.
   */
  public record Intensities(
      double signalMeanPhotons,
      double decoyMeanPhotons,
      double weakestMeanPhotons,
      double signalProbability,
      double decoyProbability,
      double weakestProbability) {

    public Intensities {
      Require.within(signalMeanPhotons, 0, 100, "signalMeanPhotons");
      Require.positive(decoyMeanPhotons, "decoyMeanPhotons");
      Require.notNegative(weakestMeanPhotons, "weakestMeanPhotons");
      if (!(weakestMeanPhotons < decoyMeanPhotons)) {
        throw new IllegalArgumentException(
            "weakestMeanPhotons must be less than decoyMeanPhotons "
                + decoyMeanPhotons
                + ", not "
                + weakestMeanPhotons);
      }
      if (!(signalMeanPhotons > decoyMeanPhotons + weakestMeanPhotons)) {
        throw new IllegalArgumentException(
            "signalMeanPhotons must be greater than decoyMeanPhotons + weakestMeanPhotons "
                + (decoyMeanPhotons + weakestMeanPhotons)
                + ", not "
                + signalMeanPhotons);
      }
      Require.positive(signalProbability, "signalProbability");
      Require.positive(decoyProbability, "decoyProbability");
      Require.positive(weakestProbability, "weakestProbability");
      double sum = signalProbability + decoyProbability + weakestProbability;
      if (Math.abs(sum - 1) > 1e-9) {
        throw new IllegalArgumentException(
            "signalProbability + decoyProbability + weakestProbability must be 1, not " + sum);
      }
    }

    /** {@code tau_0}: how often an empty pulse is sent. */
    double vacuumProbability() {
      return signalProbability * StrictMath.exp(-signalMeanPhotons)
          + decoyProbability * StrictMath.exp(-decoyMeanPhotons)
          + weakestProbability * StrictMath.exp(-weakestMeanPhotons);
    }

    /** {@code tau_1}: how often a single photon is sent. */
    double singlePhotonProbability() {
      return signalProbability * signalMeanPhotons * StrictMath.exp(-signalMeanPhotons)
          + decoyProbability * decoyMeanPhotons * StrictMath.exp(-decoyMeanPhotons)
          + weakestProbability * weakestMeanPhotons * StrictMath.exp(-weakestMeanPhotons);
    }
  }

  /** Clicks where both sides chose one and the same basis, by intensity. */
  public record BasisCounts(
      IntensityCounts signal, IntensityCounts decoy, IntensityCounts weakest) {

    /** All intensities together. */
    public IntensityCounts total() {
      return signal.plus(decoy).plus(weakest);
    }
  }

  /**
   * The key that a channel gives on average: the counts are expected values, {@code N p_k P Q_k}
   * and {@code N p_k P (E Q)_k} with {@link WeakCoherentChannel#gain} and {@link
   * WeakCoherentChannel#errorGain}, the same in both bases. {@code P} is {@code px^2} in the key
   * basis and {@code (1 - px)^2} in the other, as both sides choose independently.
   *
   * @param pulses sent altogether
   * @param keyBasisProbability {@code px}, with which either side chooses the key basis
   */
  public static FiniteKey expected(
      WeakCoherentChannel channel,
      Intensities intensities,
      double pulses,
      double keyBasisProbability,
      FiniteKeySecurity security,
      double errorCorrectionEfficiency) {
    Require.notNegative(pulses, "pulses");
    double px = Require.fraction(keyBasisProbability, "keyBasisProbability");
    return key(
        intensities,
        expectedCounts(channel, intensities, pulses * px * px),
        expectedCounts(channel, intensities, pulses * (1 - px) * (1 - px)),
        security,
        errorCorrectionEfficiency);
  }

  /** Expected counts of one basis for so many pulses that both sides have in that basis. */
  public static BasisCounts expectedCounts(
      WeakCoherentChannel channel, Intensities intensities, double pulses) {
    return new BasisCounts(
        IntensityCounts.expected(
            channel, intensities.signalMeanPhotons, pulses * intensities.signalProbability),
        IntensityCounts.expected(
            channel, intensities.decoyMeanPhotons, pulses * intensities.decoyProbability),
        IntensityCounts.expected(
            channel, intensities.weakestMeanPhotons, pulses * intensities.weakestProbability));
  }

  /**
   * The key of measured counts, with a leakage of {@code f n h(m/n)} over all detections {@code n}
   * and errors {@code m} of the key basis, vacuum errors included.
   *
   * @param errorCorrectionEfficiency {@code f}, at least 1
   */
  public static FiniteKey key(
      Intensities intensities,
      BasisCounts keyBasis,
      BasisCounts checkBasis,
      FiniteKeySecurity security,
      double errorCorrectionEfficiency) {
    Arguments.atLeastOne(errorCorrectionEfficiency, "errorCorrectionEfficiency");
    IntensityCounts total = keyBasis.total();
    double leakage =
        errorCorrectionEfficiency * total.detections() * BinaryEntropy.of(total.errorRate());
    return keyWithLeakage(intensities, keyBasis, checkBasis, security, leakage);
  }

  /** The key of measured counts when error correction disclosed so many bits. */
  public static FiniteKey keyWithLeakage(
      Intensities intensities,
      BasisCounts keyBasis,
      BasisCounts checkBasis,
      FiniteKeySecurity security,
      double leakageBits) {
    Require.notNegative(leakageBits, "leakageBits");
    double failure = security.secrecy() / EVENTS;
    Bounds key = new Bounds(intensities, keyBasis, failure);
    Bounds check = new Bounds(intensities, checkBasis, failure);
    double vacuum = key.vacuumEvents();
    double single = key.singlePhotonEvents();
    double phaseError =
        FiniteStatistics.phaseErrorRate(
            check.singlePhotonErrors(), check.singlePhotonEvents(), single, failure);
    double margin =
        vacuum
            + single * (1 - BinaryEntropy.of(phaseError))
            - leakageBits
            + 6 * FiniteStatistics.log2(failure)
            - FiniteStatistics.log2(2 / security.correctness());
    return new FiniteKey(vacuum, single, phaseError, leakageBits, margin);
  }

  /** Equations (2) to (4) for one basis. */
  private record Bounds(Intensities intensities, BasisCounts counts, double failure) {

    private double detections(IntensityCounts of, double sign) {
      double n = counts.total().detections();
      return FiniteStatistics.count(
          of.detections() + sign * FiniteStatistics.deviation(n, failure), n);
    }

    private double errors(IntensityCounts of, double sign) {
      double m = counts.total().errors();
      return FiniteStatistics.count(of.errors() + sign * FiniteStatistics.deviation(m, failure), m);
    }

    private double signal(double count) {
      return FiniteStatistics.weighted(
          count, intensities.signalMeanPhotons, intensities.signalProbability);
    }

    private double decoy(double count) {
      return FiniteStatistics.weighted(
          count, intensities.decoyMeanPhotons, intensities.decoyProbability);
    }

    private double weakest(double count) {
      return FiniteStatistics.weighted(
          count, intensities.weakestMeanPhotons, intensities.weakestProbability);
    }

    /** Equation (2). */
    double vacuumEvents() {
      double mu2 = intensities.decoyMeanPhotons;
      double mu3 = intensities.weakestMeanPhotons;
      double bound =
          intensities.vacuumProbability()
              * (mu2 * weakest(detections(counts.weakest, -1))
                  - mu3 * decoy(detections(counts.decoy, 1)))
              / (mu2 - mu3);
      return FiniteStatistics.count(bound, counts.total().detections());
    }

    /** Equation (3), in which the vacuum events count for the key: their lower bound is right. */
    double singlePhotonEvents() {
      double mu1 = intensities.signalMeanPhotons;
      double mu2 = intensities.decoyMeanPhotons;
      double mu3 = intensities.weakestMeanPhotons;
      double multiPhoton =
          signal(detections(counts.signal, 1)) - vacuumEvents() / intensities.vacuumProbability();
      double bound =
          intensities.singlePhotonProbability()
              * mu1
              * (decoy(detections(counts.decoy, -1))
                  - weakest(detections(counts.weakest, 1))
                  - (mu2 * mu2 - mu3 * mu3) / (mu1 * mu1) * multiPhoton)
              / ((mu2 - mu3) * (mu1 - mu2 - mu3));
      return FiniteStatistics.count(bound, counts.total().detections());
    }

    /** Equation (4). */
    double singlePhotonErrors() {
      double difference = decoy(errors(counts.decoy, 1)) - weakest(errors(counts.weakest, -1));
      return Math.max(
          0,
          intensities.singlePhotonProbability()
              * difference
              / (intensities.decoyMeanPhotons - intensities.weakestMeanPhotons));
    }
  }
}
