package org.optihal.hal.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;

class ToleranceTest {
  @ParameterizedTest
  @CsvSource({
    "3 dB, DECIBEL, 3",
    "0.5dB, DECIBEL, 0.5",
    "factor 2, FACTOR, 2",
    "factor  1.5, FACTOR, 1.5",
    "10 %, PERCENT, 0.1",
    "0.5 % absolute, ABSOLUTE_PERCENT, 0.005",
    " 2%  absolute , ABSOLUTE_PERCENT, 0.02",
  })
  void formsAreRead(String text, Tolerance.Kind kind, double value) {
    assertThat(Tolerance.parse(text)).isEqualTo(new Tolerance(kind, value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "3",
        "3 dBm",
        "factor",
        "factor2",
        "factor 2 %",
        "factor 1",
        "factor 0.5",
        "0 dB",
        "-3 dB",
        "0 %",
        "2 x",
        "10 percent",
        "10 % relative",
        "3,5 dB",
        "NaN dB",
        "1e999 dB",
        "factor Infinity"
      })
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> Tolerance.parse(text))
        .isInstanceOfSatisfying(
            HalException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION));
  }

  @Test
  void messagesShowTheAcceptedForms() {
    assertThatThrownBy(() -> Tolerance.parse("3"))
        .hasMessage(
            "'3' is not a tolerance: write for example 3 dB, factor 2, 10 % or 0.5 % absolute");
    assertThatThrownBy(() -> Tolerance.parse("factor 1"))
        .hasMessage("a factor of tolerance is above one");
    assertThatThrownBy(() -> Tolerance.parse("0 dB")).hasMessage("a tolerance is above zero");
    assertThatThrownBy(() -> Tolerance.parse("9".repeat(100_000)))
        .satisfies(e -> assertThat(e.toString()).hasSizeLessThan(200));
  }

  /** Ratios: 10 log10(2) = 3.0103 and 10 log10(1.9) = 2.7875 dB. */
  @ParameterizedTest
  @CsvSource({
    "3 dB,           190,  100, false, true",
    "3 dB,           100,  190, false, true",
    "3 dB,           200,  100, false, false",
    "3 dB,           100,  200, false, false",
    "3 dB,           -70,  -73, true,  true",
    "3 dB,           -76,  -73, true,  true",
    "3 dB,           -76.1, -73, true, false",
    "factor 2,       200,  100, false, true",
    "factor 2,       50,   100, false, true",
    "factor 2,       201,  100, false, false",
    "factor 2,       49,   100, false, false",
    "factor 2,       3,    0,   true,  true",
    "factor 2,       3.02, 0,   true,  false",
    "10 %,           110,  100, false, true",
    "10 %,           90,   100, false, true",
    "10 %,           111,  100, false, false",
    "10 %,           89,   100, false, false",
    "10 %,           -90,  -100, false, true",
    "10 %,           90,   -100, false, false",
    "10 %,           0.41, 0,   true,  true",
    "10 %,           0.42, 0,   true,  false",
    "0.5 % absolute, 0.03, 0.026, false, true",
    "0.5 % absolute, 0.02, 0.026, false, false",
    "0.5 % absolute, 0.004, 0,  false, true",
  })
  void aValueAgreesOrNot(
      String tolerance, double ours, double published, boolean logarithmic, boolean agrees) {
    assertThat(Tolerance.parse(tolerance).holds(ours, published, logarithmic)).isEqualTo(agrees);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000 dB", "factor 1e99", "99 %", "99 % absolute"})
  void whatIsNotANumberNeverAgrees(String text) {
    Tolerance tolerance = Tolerance.parse(text);
    for (double odd : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1e300}) {
      assertThat(tolerance.holds(odd, 1, false)).as("%s", odd).isFalse();
      assertThat(tolerance.holds(1, odd, false)).as("%s", odd).isFalse();
    }
    assertThat(tolerance.holds(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, false))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000 dB", "factor 1e99", "99 %"})
  void nothingIsInARatioWithZeroButZero(String text) {
    Tolerance tolerance = Tolerance.parse(text);
    assertThat(tolerance.holds(1e-300, 0, false)).isFalse();
    assertThat(tolerance.holds(0, 1, false)).isFalse();
    assertThat(tolerance.holds(0, 0, false)).isTrue();
  }

  @Test
  void sharesAreNotToldInDecibels() {
    assertThatThrownBy(() -> Tolerance.parse("1 % absolute").holds(1, 1, true))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
