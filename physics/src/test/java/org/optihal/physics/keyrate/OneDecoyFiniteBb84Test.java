package org.optihal.physics.keyrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optihal.physics.keyrate.OneDecoyFiniteBb84.BasisCounts;
import org.optihal.physics.keyrate.OneDecoyFiniteBb84.Intensities;

class OneDecoyFiniteBb84Test {
  private static final FiniteKeySecurity SECURITY = new FiniteKeySecurity(1e-9, 1e-15);

  /** Independent evaluation of the paper's equations, mpmath, 30 digits. */
  @ParameterizedTest
  @CsvSource({
    "1e11, 5e-3, 2e-8, 0.01, 0.45, 0.15, 0.7, 0.9, 1e-9, 1e-15, 1.16,"
        + " 89301604.531726, 0.024061394034999, 13656556.162458, 61028475.256893",
    "1e9, 3e-2, 1e-6, 0.015, 0.5, 0.18, 0.6, 0.8, 1e-10, 1e-12, 1.2,"
        + " 4035935.8290011, 0.04579852322807, 959066.23587158, 1993867.7424611"
  })
  void agreesWithAnIndependentEvaluation(
      double pulses,
      double efficiency,
      double background,
      double misalignment,
      double signal,
      double decoy,
      double signalProbability,
      double keyBasis,
      double secrecy,
      double correctness,
      double errorCorrection,
      double single,
      double phaseError,
      double leakage,
      double margin) {
    FiniteKey key =
        OneDecoyFiniteBb84.expected(
            new WeakCoherentChannel(efficiency, background, misalignment),
            new Intensities(signal, decoy, signalProbability),
            pulses,
            keyBasis,
            new FiniteKeySecurity(secrecy, correctness),
            errorCorrection);
    assertThat(key.vacuumEvents()).isZero();
    assertThat(key.singlePhotonEvents()).isCloseTo(single, withinPercentage(1e-8));
    assertThat(key.phaseErrorRate()).isCloseTo(phaseError, withinPercentage(1e-8));
    assertThat(key.leakageBits()).isCloseTo(leakage, withinPercentage(1e-8));
    assertThat(key.margin()).isCloseTo(margin, withinPercentage(1e-8));
    assertThat(key.lengthBits()).isEqualTo((long) margin);
  }

  /**
   * Rusca et al.: with a detector of 50 %, 1e-8 dark counts and 1 % misalignment a block of 1e7
   * reaches beyond 50 dB of channel loss, but not 75 dB (read from their figure, so only that).
   */
  @Test
  void reachesAsFarAsThePaperShows() {
    Intensities intensities = new Intensities(0.45, 0.12, 0.5);
    assertThat(blockOfTenMillion(50, intensities).lengthBits()).isPositive();
    assertThat(blockOfTenMillion(75, intensities).lengthBits()).isZero();
  }

  private static FiniteKey blockOfTenMillion(double lossDb, Intensities intensities) {
    WeakCoherentChannel channel =
        new WeakCoherentChannel(0.5 * StrictMath.pow(10, -lossDb / 10), 1e-8, 0.01);
    double perPulse =
        OneDecoyFiniteBb84.expectedCounts(channel, intensities, 1).total().detections();
    double keyBasis = 0.7;
    return OneDecoyFiniteBb84.expected(
        channel, intensities, 1e7 / (perPulse * keyBasis * keyBasis), keyBasis, SECURITY, 1.16);
  }

  /** A little below, as the finite bound of the errors never uses those of the decoy alone. */
  @Test
  void longBlocksApproachTheAsymptoticRate() {
    WeakCoherentChannel channel = new WeakCoherentChannel(0.01, 1e-6, 0.01);
    double pulses = 1e24;
    FiniteKey key =
        OneDecoyFiniteBb84.expected(
            channel, new Intensities(0.5, 0.1, 0.999), pulses, 0.5, SECURITY, 1.16);
    double asymptotic =
        DecoyBb84.oneDecoy(channel, 0.5, 0.1, new PostProcessing(0.25, 1.16)).keyRatePerPulse();
    assertThat(key.length() / pulses).isBetween(0.9 * asymptotic, asymptotic);
  }

  @Test
  void withoutDetectionsThereIsNoKey() {
    BasisCounts nothing = new BasisCounts(new IntensityCounts(0, 0), new IntensityCounts(0, 0));
    FiniteKey key =
        OneDecoyFiniteBb84.key(new Intensities(0.5, 0.1, 0.5), nothing, nothing, SECURITY, 1.16);
    assertThat(key.lengthBits()).isZero();
    assertThat(key.margin()).isNegative().isFinite();
    assertThat(key.phaseErrorRate()).isEqualTo(0.5);
  }

  @Test
  void argumentsOutsideTheirDomainAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Intensities(0.1, 0.2, 0.5))
        .withMessageContaining("decoyMeanPhotons");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Intensities(0.5, 0.2, 1))
        .withMessageContaining("signalProbability");
  }
}
