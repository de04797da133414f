package org.optihal.hal.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.quantity.FrequencyOffset;

class ValueTypeTest {
  static Stream<Arguments> types() {
    return Stream.of(
        Arguments.of(ValueType.FREQUENCY, "193.100000 THz", 193_100_000_000_000L, "Hz"),
        Arguments.of(ValueType.FREQUENCY_OFFSET, "-50.000 GHz", -50_000_000_000L, "Hz"),
        Arguments.of(ValueType.POWER, "0.00 dBm", 0.001, "W"),
        Arguments.of(ValueType.DECIBEL, "3.50 dB", 3.5, "dB"),
        Arguments.of(ValueType.ATTENUATION, "3.50 dB", 3.5, "dB"),
        Arguments.of(ValueType.TEMPERATURE, "25.00 °C", 25.0, "°C"),
        Arguments.of(ValueType.VOLTAGE, "250 mV", 0.25, "V"),
        Arguments.of(ValueType.CURRENT, "120 mA", 0.12, "A"),
        Arguments.of(ValueType.COUNT_RATE, "1200.0 cps", 1200.0, "1/s"),
        Arguments.of(ValueType.PHASE, "0.5000 rad", 0.5, "rad"),
        Arguments.of(ValueType.RATIO, "12.50 %", 0.125, "1"),
        Arguments.of(ValueType.PICOS, "1500 ps", 1500L, "ps"),
        Arguments.of(ValueType.DURATION, "250 ms", 0.25, "s"),
        Arguments.of(ValueType.BOOLEAN, "on", true, ""),
        Arguments.of(ValueType.COUNT, "42", 42L, ""),
        Arguments.of(ValueType.TEXT, "any words", "any words", ""),
        Arguments.of(ValueType.choice(Quality.class), "below-range", "below-range", ""),
        Arguments.of(ValueType.choices(Quality.class), "good,bad", List.of("good", "bad"), ""));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("types")
  <T> void textAndCanonicalValueAgree(
      ValueType<T> type, String text, Object canonical, String unit) {
    T value = type.parse(text);
    assertThat(type.format(value)).isEqualTo(text);
    assertThat(type.canonical(value)).isEqualTo(canonical);
    assertThat(type.unit()).isEqualTo(unit);
    assertThat(type.name()).isNotBlank();
  }

  @Test
  void choicesAreWords() {
    ValueType<Set<Quality>> type = ValueType.choices(Quality.class);
    assertThat(type.parse("none")).isEmpty();
    assertThat(type.format(Set.of())).isEqualTo("none");
    assertThat(type.parse("bad , good , bad")).isEqualTo(EnumSet.of(Quality.GOOD, Quality.BAD));
    assertThat(type.words()).contains("over-range");
    assertThatThrownBy(() -> type.parse("good,")).hasMessageContaining("'' is none of the choices");
    assertThatThrownBy(() -> ValueType.choice(Quality.class).parse("GOOD"))
        .hasMessageContaining("write one of: good uncertain");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "yes", "ON", "", "on off"})
  void switchesAreOnOrOff(String text) {
    assertRefused(() -> ValueType.BOOLEAN.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.5", "0x10", "9223372036854775808", "1e3", "eight"})
  void wholeNumbersAreDecimalDigits(String text) {
    assertRefused(() -> ValueType.COUNT.parse(text));
  }

  private static void assertRefused(Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            HalException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION));
  }

  @Test
  void typesReadTheirOwnText() {
    assertThat(ValueType.DURATION.parse("2 min")).isEqualTo(Duration.ofMinutes(2));
    assertThat(ValueType.FREQUENCY_OFFSET.parse("0 Hz")).isEqualTo(FrequencyOffset.ZERO);
    assertThat(ValueType.BOOLEAN.parse(" true ")).isTrue();
  }
}
