package org.optihal.physics.keyrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optihal.physics.keyrate.GaussianModulation.Detection;

/**
 * Independent evaluations are of covariance matrices, not of the closed form: symplectic
 * eigenvalues of the purified state before and after Bob's measurement, mpmath, 40 digits.
 */
class GaussianModulationTest {
  private static final GaussianModulation REFERENCE =
      new GaussianModulation(
          4, StrictMath.pow(10, -0.5), 0.01, 0.6, 0.01, 0.95, Detection.HETERODYNE);

  @ParameterizedTest
  @CsvSource({
    "HOMODYNE,   4, 0.31622776601683794, 0.01, 0.6, 0.01, 0.95,"
        + " 0.4036870799723039, 0.2918760924791534, 0.09162663349453537",
    "HETERODYNE, 4, 0.31622776601683794, 0.01, 0.6, 0.01, 0.95,"
        + " 0.4598130506023282, 0.3440703483554466, 0.09275204971676515",
    "HOMODYNE,   6.5, 0.12, 0.035, 0.47, 0.08, 0.93,"
        + " 0.2104837773830695, 0.1859690522062165, 0.009780860760038192",
    "HETERODYNE, 6.5, 0.12, 0.035, 0.47, 0.08, 0.93,"
        + " 0.2259748270256396, 0.2012057758220084, 0.008950813311836485",
    "HOMODYNE,   18, 0.8, 0.002, 0.85, 0.02, 0.97,"
        + " 1.849332683572293, 0.9788556434088754, 0.8149970596562485",
    "HETERODYNE, 18, 0.8, 0.002, 0.85, 0.02, 0.97,"
        + " 2.806530838805443, 1.739141111199071, 0.9831938024422092",
    "HOMODYNE,   2.2, 0.0063, 0.004, 0.7, 0.05, 0.96,"
        + " 0.006634535062521653, 0.004847639239183391, 0.001521514420837396",
    "HETERODYNE, 2.2, 0.0063, 0.004, 0.7, 0.05, 0.96,"
        + " 0.006649845886941525, 0.004861941176691369, 0.001521910874772495"
  })
  void agreesWithCovarianceMatrices(
      Detection detection,
      double variance,
      double transmittance,
      double excessNoise,
      double efficiency,
      double electronicNoise,
      double beta,
      double mutualInformation,
      double holevo,
      double rate) {
    GaussianModulation link =
        new GaussianModulation(
            variance, transmittance, excessNoise, efficiency, electronicNoise, beta, detection);
    assertThat(link.mutualInformation()).isCloseTo(mutualInformation, withinPercentage(1e-10));
    assertThat(link.holevo()).isCloseTo(holevo, withinPercentage(1e-10));
    assertThat(link.keyRateBitsPerSymbol()).isCloseTo(rate, withinPercentage(1e-9));
  }

  @Test
  void theReferenceRatesAreMet() {
    assertThat(REFERENCE.keyRateBitsPerSymbol()).isCloseTo(0.0927520497, withinPercentage(1e-6));
    GaussianModulation homodyne =
        new GaussianModulation(
            4, StrictMath.pow(10, -0.5), 0.01, 0.6, 0.01, 0.95, Detection.HOMODYNE);
    assertThat(homodyne.keyRateBitsPerSymbol()).isCloseTo(0.0916266335, withinPercentage(1e-6));
  }

  @ParameterizedTest(name = "{0} km")
  @CsvSource({"10, 0.199283", "25, 0.143048", "50, 0.100424", "75, 0.0793524"})
  void excessNoiseLimitIsTheReference(double lengthKm, double limit) {
    GaussianModulation link = REFERENCE.withTransmittance(StrictMath.pow(10, -0.02 * lengthKm));
    // Six digits are given.
    assertThat(link.excessNoiseLimit()).isCloseTo(limit, withinPercentage(4e-4));
    assertThat(link.withExcessNoise(link.excessNoiseLimit()).margin()).isCloseTo(0, within(1e-13));
  }

  @Test
  void excessNoiseLimitAgreesWithCovarianceMatrices() {
    GaussianModulation link =
        new GaussianModulation(6.5, 0.12, 0.5, 0.47, 0.08, 0.93, Detection.HOMODYNE);
    assertThat(link.excessNoiseLimit()).isCloseTo(0.082046161309794, withinPercentage(1e-8));
    assertThat(link.keyRateBitsPerSymbol()).isZero();
    GaussianModulation poorReconciliation =
        new GaussianModulation(6.5, 0.12, 0, 0.47, 0.08, 0.2, Detection.HOMODYNE);
    assertThat(poorReconciliation.excessNoiseLimit()).isZero();
  }

  /** The same matrices with the worst-case estimates of the papers. */
  @Test
  void finiteSizeAgreesWithAnIndependentEvaluation() {
    GaussianModulation homodyne =
        new GaussianModulation(5, 0.2, 0.01, 0.6, 0.05, 0.95, Detection.HOMODYNE);
    GaussianModulation.FiniteSize finite = homodyne.finiteSize(1e9, 0.5, 6.5, 1e-10);
    assertThat(finite.transmittance()).isCloseTo(0.1998461236634957, withinPercentage(1e-9));
    assertThat(finite.excessNoise()).isCloseTo(0.01361167437233027, withinPercentage(1e-8));
    assertThat(finite.keyRateBitsPerSymbol())
        .isCloseTo(0.02325804754059785, withinPercentage(1e-8));
    GaussianModulation heterodyne =
        new GaussianModulation(5, 0.2, 0.01, 0.6, 0.05, 0.95, Detection.HETERODYNE);
    finite = heterodyne.finiteSize(1e9, 0.3, 6.5, 1e-10);
    assertThat(finite.transmittance()).isCloseTo(0.19980141431117, withinPercentage(1e-9));
    assertThat(finite.excessNoise()).isCloseTo(0.01658758237113771, withinPercentage(1e-8));
    assertThat(finite.keyRateBitsPerSymbol()).isCloseTo(0.0312042118853188, withinPercentage(1e-8));
  }

  @Test
  void manySymbolsApproachTheAsymptoticRateAndFewGiveNone() {
    assertThat(REFERENCE.finiteSize(1e18, 0.01, 6.5, 1e-10).keyRateBitsPerSymbol())
        .isCloseTo(0.99 * REFERENCE.keyRateBitsPerSymbol(), withinPercentage(1e-3));
    GaussianModulation.FiniteSize few = REFERENCE.finiteSize(100, 0.5, 6.5, 1e-10);
    assertThat(few.keyRateBitsPerSymbol()).isZero();
    assertThat(few.margin()).isNegative().isFinite();
    assertThat(few.transmittance()).isZero();
    assertThat(REFERENCE.finiteSize(1, 0.5, 6.5, 1e-10).margin()).isNegative().isFinite();
  }

  @ParameterizedTest
  @CsvSource({"HOMODYNE", "HETERODYNE"})
  void moreNoiseNeverHelpsAndNothingIsNotANumber(Detection detection) {
    long seed = 42305;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20_000; i++) {
      GaussianModulation link =
          new GaussianModulation(
              StrictMath.pow(10, -3 + 6 * random.nextDouble()),
              StrictMath.pow(10, -8 * random.nextDouble()),
              0.3 * random.nextDouble(),
              0.05 + 0.95 * random.nextDouble(),
              0.5 * random.nextDouble(),
              0.8 + 0.2 * random.nextDouble(),
              detection);
      String what = "seed " + seed + ", trial " + i + ": " + link;
      assertThat(link.margin()).as(what).isFinite();
      assertThat(link.holevo()).as(what).isGreaterThan(-1e-12);
      assertThat(link.keyRateBitsPerSymbol()).as(what).isNotNegative();
      assertThat(link.withExcessNoise(link.excessNoise() + 0.05).margin())
          .as(what)
          .isLessThan(link.margin() + 1e-12);
    }
  }

  @Test
  void extremesHaveAnswers() {
    GaussianModulation perfect = new GaussianModulation(1, 1, 0, 1, 0, 1, Detection.HOMODYNE);
    assertThat(perfect.holevo()).isCloseTo(0, within(1e-12));
    assertThat(perfect.keyRateBitsPerSymbol()).isCloseTo(0.5, within(1e-12));
    assertThat(REFERENCE.withTransmittance(1e-300).margin()).isFinite();
    assertThat(REFERENCE.withModulationVariance(1e-9).margin()).isFinite();
    assertThat(REFERENCE.withExcessNoise(1e9).keyRateBitsPerSymbol()).isZero();
  }

  @Test
  void argumentsOutsideTheirDomainAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> REFERENCE.withTransmittance(0))
        .withMessageContaining("transmittance");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> REFERENCE.withTransmittance(1.01))
        .withMessageContaining("transmittance");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> REFERENCE.withExcessNoise(Double.NaN))
        .withMessageContaining("excessNoise");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> REFERENCE.withModulationVariance(0))
        .withMessageContaining("modulationVariance");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> REFERENCE.finiteSize(1e9, 1, 6.5, 1e-10))
        .withMessageContaining("estimationShare");
  }
}
