package org.optihal.physics.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NormalDistributionTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "0.5, 0.308537538725987",
    "2.9, 0.00186581330038404",
    "3.0, 0.00134989803163009",
    "6.5, 4.01600058385912e-11",
    "20, 2.75362411860623e-89"
  })
  void tailAgreesWithMpmath(double x, double expected) {
    assertThat(NormalDistribution.above(x)).isCloseTo(expected, within(1e-11 * expected));
  }

  @ParameterizedTest
  @CsvSource({"1e-10, 6.36134090240406", "0.025, 1.95996398454005", "0.31, 0.495850347347453"})
  void quantileAgreesWithMpmath(double probability, double expected) {
    assertThat(-NormalDistribution.quantile(probability))
        .isCloseTo(expected, within(1e-11 * expected));
  }

  /** AS 241 against erfinv of mpmath, 30 digits. */
  @Test
  void quantileIsPreciseOnBothSides() {
    assertThat(NormalDistribution.quantile(0.5)).isZero();
    assertThat(NormalDistribution.quantile(0.3)).isCloseTo(-0.5244005127080408, within(1e-15));
    assertThat(NormalDistribution.quantile(0.99)).isCloseTo(2.326347874040841, within(1e-14));
    assertThat(NormalDistribution.quantile(1e-9)).isCloseTo(-5.997807015007687, within(1e-14));
    assertThat(NormalDistribution.quantile(1e-30)).isCloseTo(-11.464024688443573, within(1e-13));
    assertThat(NormalDistribution.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void tailAndQuantileAreInverse() {
    for (double x = -5; x <= 37; x += 0.25) {
      assertThat(NormalDistribution.quantile(NormalDistribution.above(x)))
          .isCloseTo(-x, within(1e-9));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NormalDistribution.quantile(1.5))
        .withMessageContaining("probability");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NormalDistribution.above(Double.NaN))
        .withMessageContaining("value");
  }
}
