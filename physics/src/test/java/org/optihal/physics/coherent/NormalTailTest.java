package org.optihal.physics.coherent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NormalTailTest {
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
    assertThat(NormalTail.above(x)).isCloseTo(expected, within(1e-11 * expected));
  }

  @ParameterizedTest
  @CsvSource({"1e-10, 6.36134090240406", "0.025, 1.95996398454005", "0.31, 0.495850347347453"})
  void quantileAgreesWithMpmath(double probability, double expected) {
    assertThat(NormalTail.quantile(probability)).isCloseTo(expected, within(1e-11 * expected));
  }
}
