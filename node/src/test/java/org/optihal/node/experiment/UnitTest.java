package org.optihal.node.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnitTest {
  @ParameterizedTest
  @CsvSource({
    "BITS_PER_SECOND, 410, 410 bit/s",
    "BITS_PER_SECOND, 986000, 986 kbit/s",
    "BITS_PER_SECOND, 0, 0 bit/s",
    "DBM, -101.253, -101.25 dBm",
    "DBM, -Infinity, -∞ dBm",
    "DECIBEL, -0.0001, 0.00 dB",
    "PER_SECOND, 754.2, 754 1/s",
    "PER_SECOND, 754200, 7.54e+05 1/s",
    "SHOT_NOISE, 0.0342, 0.0342 SNU",
    "SECONDS, 1.2e-10, 120 ps",
    "SECONDS, -0.0158, -15.8 ms",
    "SHARE, 0.0341, 3.41 %",
    "NUMBER, 1.7e-6, 1.70e-06",
    "NUMBER, NaN, no value",
  })
  void valuesHaveThreeDigitsAndTheirUnit(Unit unit, double value, String text) {
    assertThat(unit.format(value)).isEqualTo(text);
  }
}
