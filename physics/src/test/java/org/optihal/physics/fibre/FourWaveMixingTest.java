package org.optihal.physics.fibre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.optihal.physics.light.Decibels;

class FourWaveMixingTest {
  @Test
  void twoChannelsOnTheHundredGigahertzGrid() {
    FourWaveMixing fiber = new FourWaveMixing(1.3, 17, 0.06, 0.2, 25);
    double power = fiber.power(193.5e12, 193.5e12, 193.4e12, 1e-3, 1e-3, 1e-3);
    assertThat(power).isCloseTo(4.74357192e-12, withinPercentage(1e-6));
    assertThat(Decibels.ofWatts(power)).isCloseTo(-83.2389, withinPercentage(1e-4));
    assertThat(fiber.efficiency(193.5e12, 193.5e12, 193.4e12))
        .isCloseTo(4.02612e-5, withinPercentage(1e-3));
    assertThat(FourWaveMixing.product(193.5e12, 193.5e12, 193.4e12)).isEqualTo(193.6e12);
  }

  /** mpmath, 30 digits, efficiency as |(1 - exp(-(a - ib)L)) / (a - ib)|² / L_eff². */
  @Test
  void threeChannelsAgreeWithAnIndependentEvaluation() {
    FourWaveMixing fiber = new FourWaveMixing(1.27, 4.4, 0.075, 0.205, 61.3);
    assertThat(fiber.phaseMismatchPerKm(192.1e12, 192.35e12, 191.9e12))
        .isCloseTo(21.1231787111943, withinPercentage(1e-10));
    assertThat(fiber.efficiency(192.1e12, 192.35e12, 191.9e12))
        .isCloseTo(5.07395465460984e-6, withinPercentage(1e-9));
    assertThat(fiber.power(192.1e12, 192.35e12, 191.9e12, 2e-3, 1.5e-3, 3e-3))
        .isCloseTo(6.53404383638455e-12, withinPercentage(1e-9));
  }

  @Test
  void matchedPhasesAreFullyEfficientAndNoLossIsNoSpecialCase() {
    assertThat(new FourWaveMixing(1.3, 0, 0, 0.2, 25).efficiency(193.5e12, 193.5e12, 193.4e12))
        .isEqualTo(1);
    double tiny =
        new FourWaveMixing(1.3, 17, 0.06, 1e-9, 25).efficiency(193.5e12, 193.5e12, 193.4e12);
    assertThat(new FourWaveMixing(1.3, 17, 0.06, 0, 25).efficiency(193.5e12, 193.5e12, 193.4e12))
        .isCloseTo(tiny, withinPercentage(1e-4));
    assertThat(
            new FourWaveMixing(1.3, 17, 0.06, 0.2, 0).power(193.5e12, 193.5e12, 193.4e12, 1, 1, 1))
        .isZero();
  }

  @Test
  void impossibleFibersAndProductsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FourWaveMixing(1.3, 17, 0.06, -0.2, 25))
        .withMessageContaining("lossDbPerKm");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FourWaveMixing.product(1e12, 1e12, 3e12))
        .withMessageContaining("fi + fj - fk");
  }
}
