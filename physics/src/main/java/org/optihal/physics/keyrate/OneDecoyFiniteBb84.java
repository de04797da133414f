package org.optihal.physics.keyrate;

import org.optihal.physics.Require;

/**
 * Finite-key BB84 with two intensities and no vacuum: Rusca, Boaron, Grünenfelder, Martin and
 * Zbinden, APL 112, 171104 (2018), appendix A. The key is made from both intensities of one basis
 * (the paper's Z), the other basis (its X) is disclosed to bound the phase errors.
 *
 * <p>Secrecy is divided over 19 events (equation (A24)); only the sampling term keeps the 21 of Lim
 * et al., as it is printed in equation (A21), which is the cautious side. As in {@link
 * FiniteDecoyBb84} a count that deviates is held between 0 and the total.
 */
public final class OneDecoyFiniteBb84 {
  private static final double EVENTS = 19;
  private static final double SAMPLING_EVENTS = 21;

  private OneDecoyFiniteBb84() {}

  /** Mean photon numbers, {@code signal > decoy > 0}, and how often the signal is sent. */
  public record Intensities(
      double signalMeanPhotons, double decoyMeanPhotons, double signalProbability) {

    public Intensities {
      Require.within(signalMeanPhotons, 0, 100, "signalMeanPhotons");
      Require.positive(decoyMeanPhotons, "decoyMeanPhotons");
      if (!(decoyMeanPhotons < signalMeanPhotons)) {
        throw new IllegalArgumentException(
            "decoyMeanPhotons must be less than signalMeanPhotons "
                + signalMeanPhotons
                + ", not "
                + decoyMeanPhotons);
      }
      Arguments.properFraction(signalProbability, "signalProbability");
    }

    double decoyProbability() {
      return 1 - signalProbability;
    }

    double vacuumProbability() {
      return signalProbability * StrictMath.exp(-signalMeanPhotons)
          + decoyProbability() * StrictMath.exp(-decoyMeanPhotons);
    }

    double singlePhotonProbability() {
      return signalProbability * signalMeanPhotons * StrictMath.exp(-signalMeanPhotons)
          + decoyProbability() * decoyMeanPhotons * StrictMath.exp(-decoyMeanPhotons);
    }
  }

  /** Clicks where both sides chose one and the same basis, by intensity. */
  public record BasisCounts(IntensityCounts signal, IntensityCounts decoy) {

    /** Both intensities together. */
    public IntensityCounts total() {
      return signal.plus(decoy);
    }
  }

  /**
   * The key that a channel gives on average: expected counts as in {@link FiniteDecoyBb84#expected}
   * (Rusca et al., appendix B, without dead time).
   *
   * @param pulses sent altogether
   * @param keyBasisProbability with which either side chooses the key basis
   */
  public static FiniteKey expected(
      WeakCoherentChannel channel,
      Intensities intensities,
      double pulses,
      double keyBasisProbability,
      FiniteKeySecurity security,
      double errorCorrectionEfficiency) {
    Require.notNegative(pulses, "pulses");
    double pz = Require.fraction(keyBasisProbability, "keyBasisProbability");
    return key(
        intensities,
        expectedCounts(channel, intensities, pulses * pz * pz),
        expectedCounts(channel, intensities, pulses * (1 - pz) * (1 - pz)),
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
            channel, intensities.decoyMeanPhotons, pulses * intensities.decoyProbability()));
  }

  /**
   * The key of measured counts, with a leakage of {@code f n h(m/n)} over all detections {@code n}
   * and errors {@code m} of the key basis.
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

  /** The key of measured counts when error correction disclosed so many bits: equation (A25). */
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
    double vacuum = key.vacuumEventsAtLeast();
    double single = key.singlePhotonEvents();
    double phaseError =
        FiniteStatistics.phaseErrorRate(
            check.singlePhotonErrors(),
            check.singlePhotonEvents(),
            single,
            security.secrecy() / SAMPLING_EVENTS);
    double margin =
        vacuum
            + single * (1 - BinaryEntropy.of(phaseError))
            - leakageBits
            + 6 * FiniteStatistics.log2(failure)
            - FiniteStatistics.log2(2 / security.correctness());
    return new FiniteKey(vacuum, single, phaseError, leakageBits, margin);
  }

  /** Equations (A16) to (A22) for one basis. */
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
          count, intensities.decoyMeanPhotons, intensities.decoyProbability());
    }

    /** Equation (A19). */
    double vacuumEventsAtLeast() {
      double mu1 = intensities.signalMeanPhotons;
      double mu2 = intensities.decoyMeanPhotons;
      double bound =
          intensities.vacuumProbability()
              * (mu1 * decoy(detections(counts.decoy, -1))
                  - mu2 * signal(detections(counts.signal, 1)))
              / (mu1 - mu2);
      return FiniteStatistics.count(bound, counts.total().detections());
    }

    /** Equation (A16): half of the vacuum clicks are errors; the tighter intensity counts. */
    double vacuumEventsAtMost() {
      double n = counts.total().detections();
      double errors = Math.min(signal(errors(counts.signal, 1)), decoy(errors(counts.decoy, 1)));
      double bound =
          2 * (intensities.vacuumProbability() * errors + FiniteStatistics.deviation(n, failure));
      return FiniteStatistics.count(bound, n);
    }

    /** Equation (A17): vacuum events are subtracted, so here the upper bound is right. */
    double singlePhotonEvents() {
      double mu1 = intensities.signalMeanPhotons;
      double mu2 = intensities.decoyMeanPhotons;
      double ratio = mu2 * mu2 / (mu1 * mu1);
      double bound =
          intensities.singlePhotonProbability()
              * mu1
              * (decoy(detections(counts.decoy, -1))
                  - ratio * signal(detections(counts.signal, 1))
                  - (1 - ratio) * vacuumEventsAtMost() / intensities.vacuumProbability())
              / (mu2 * (mu1 - mu2));
      return FiniteStatistics.count(bound, counts.total().detections());
    }

    /** Equation (A22). */
    double singlePhotonErrors() {
      double difference = signal(errors(counts.signal, 1)) - decoy(errors(counts.decoy, -1));
      return Math.max(
          0,
          intensities.singlePhotonProbability()
              * difference
              / (intensities.signalMeanPhotons - intensities.decoyMeanPhotons));
    }
  }
}
