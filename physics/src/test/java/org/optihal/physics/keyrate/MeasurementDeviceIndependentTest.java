package org.optihal.physics.keyrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasurementDeviceIndependentTest {
  private static final PostProcessing POST = new PostProcessing(1, 1.16);

  /**
   * Classical fields on four threshold detectors, averaged over 64 phases, all pairs of states and
   * of detectors counted; single photons as the coefficient of {@code mu_a mu_b}; mpmath, 30 and 60
   * digits.
   */
  @ParameterizedTest
  @CsvSource({
    "0.021, 0.008, 3e-6, 0.015, 0.93, 0.4, 0.7, 2.335737020246015e-5, 0.01672942129805291,"
        + " 4.864696234146381e-5, 0.2834467040828813, 8.41720002878e-5, 0.0498743936035,"
        + " 2.27908378356e-6",
    "0.5, 0.35, 1e-3, 0.02, 0.8, 1.5, 2.5, 0.09915438213847502, 0.02593691247117472,"
        + " 0.240355838556017, 0.2601129020235587, 0.0884815710588, 0.121019007701,"
        + " -0.0171234156885"
  })
  void agreesWithAnIndependentEvaluation(
      double efficiencyA,
      double efficiencyB,
      double background,
      double misalignment,
      double overlap,
      double meanA,
      double meanB,
      double gain,
      double qber,
      double diagonalGain,
      double diagonalQber,
      double yield,
      double phaseError,
      double margin) {
    MeasurementDeviceIndependent link =
        new MeasurementDeviceIndependent(
            efficiencyA, efficiencyB, background, misalignment, overlap);
    assertThat(link.rectilinear(meanA, meanB).gain()).isCloseTo(gain, withinPercentage(1e-9));
    assertThat(link.rectilinear(meanA, meanB).qber()).isCloseTo(qber, withinPercentage(1e-9));
    assertThat(link.diagonal(meanA, meanB).gain()).isCloseTo(diagonalGain, withinPercentage(1e-9));
    assertThat(link.diagonal(meanA, meanB).qber()).isCloseTo(diagonalQber, withinPercentage(1e-9));
    assertThat(link.singlePhotonYield()).isCloseTo(yield, withinPercentage(1e-8));
    assertThat(link.singlePhotonErrorRate()).isCloseTo(phaseError, withinPercentage(1e-8));
    assertThat(link.infiniteDecoy(meanA, meanB, POST).margin())
        .isCloseTo(margin, withinPercentage(1e-7));
  }

  /**
   * With equal weak pulses the error rate in the diagonal basis is 1/4, as the visibility is 1/2.
   */
  @Test
  void weakPulsesShowAQuarterOfErrorsInTheDiagonalBasis() {
    MeasurementDeviceIndependent link = new MeasurementDeviceIndependent(0.01, 0.01, 0, 0, 1);
    assertThat(link.diagonal(1e-3, 1e-3).qber()).isCloseTo(0.25, within(1e-5));
    assertThat(link.rectilinear(1e-3, 1e-3).qber()).isZero();
    assertThat(link.singlePhotonErrorRate()).isCloseTo(0, within(1e-15));
    MeasurementDeviceIndependent strangers = new MeasurementDeviceIndependent(0.01, 0.01, 0, 0, 0);
    assertThat(strangers.diagonal(1e-3, 1e-3).qber()).isCloseTo(0.5, within(1e-12));
    assertThat(strangers.infiniteDecoy(0.4, 0.4, POST).keyRatePerPulse()).isZero();
  }

  /** The series must not lose what the differences of the closed form would. */
  @Test
  void faintPulsesKeepTheirDigits() {
    MeasurementDeviceIndependent link = new MeasurementDeviceIndependent(1e-6, 1e-6, 0, 0, 1);
    // Two photons at four detectors: mu_a mu_b/2 of the pairs plus both halves of two-photon terms.
    assertThat(link.diagonal(1, 1).gain()).isCloseTo(1e-12, withinPercentage(1e-3));
    assertThat(link.rectilinear(1, 1).gain()).isCloseTo(0.5e-12, withinPercentage(1e-3));
  }

  @Test
  void everyRateIsANumberAndNoNoiseMakesKey() {
    long seed = 130503;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20_000; i++) {
      MeasurementDeviceIndependent link =
          new MeasurementDeviceIndependent(
              random.nextDouble(),
              StrictMath.pow(10, -6 * random.nextDouble()),
              StrictMath.pow(10, -9 + 8 * random.nextDouble()),
              0.1 * random.nextDouble(),
              random.nextDouble());
      double a = 2 * random.nextDouble();
      double b = 2 * random.nextDouble();
      DecoyKeyRate rate = link.infiniteDecoy(a, b, POST);
      String what = "seed " + seed + ", trial " + i + ": " + link;
      assertThat(rate.margin()).as(what).isFinite();
      assertThat(rate.gain()).as(what).isBetween(0.0, 1.0);
      assertThat(link.diagonal(a, b).gain()).as(what).isBetween(0.0, 1.0);
      assertThat(rate.singlePhotonErrorRate()).as(what).isBetween(0.0, 0.5);
      assertThat(rate.keyRatePerPulse()).as(what).isBetween(0.0, rate.gain());
    }
    MeasurementDeviceIndependent dark = new MeasurementDeviceIndependent(0, 0, 1e-3, 0.01, 1);
    assertThat(dark.infiniteDecoy(0.5, 0.5, POST).keyRatePerPulse()).isZero();
    assertThat(dark.singlePhotonErrorRate()).isEqualTo(0.5);
    MeasurementDeviceIndependent nothing = new MeasurementDeviceIndependent(0, 0, 0, 0.01, 1);
    assertThat(nothing.infiniteDecoy(0.5, 0.5, POST).margin()).isZero();
  }

  @Test
  void argumentsOutsideTheirDomainAreRefused() {
    MeasurementDeviceIndependent link = new MeasurementDeviceIndependent(0.1, 0.1, 0, 0, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> link.rectilinear(-0.1, 0.1))
        .withMessageContaining("meanPhotonsA");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MeasurementDeviceIndependent(0.1, 0.1, 1.5, 0, 1))
        .withMessageContaining("backgroundProbability");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MeasurementDeviceIndependent(0.1, 0.1, 0, 0, 1.2))
        .withMessageContaining("overlap");
  }
}
