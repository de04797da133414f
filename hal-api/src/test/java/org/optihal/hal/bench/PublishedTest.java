package org.optihal.hal.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.optihal.hal.bench.Published.Order;
import org.optihal.hal.bench.Published.Relation;
import org.optihal.hal.bench.Published.Unknown;
import org.optihal.hal.bench.Published.Value;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;

class PublishedTest {
  @ParameterizedTest
  @CsvSource({
    "0.41 kbit/s, EQUAL, 410, bit/s",
    "2 Mbit/s, EQUAL, 2000000, bit/s",
    "7 bit/s, EQUAL, 7, bit/s",
    "> 0 bit/s, ABOVE, 0, bit/s",
    ">5kbit/s, ABOVE, 5000, bit/s",
    "< -75.9 dBm, BELOW, -75.9, dBm",
    "< −75.9 dBm, BELOW, -75.9, dBm",
    "16 dB, EQUAL, 16, dB",
    "0.2 dB/km, EQUAL, 0.2, dB/km",
    "120 km, EQUAL, 120000, m",
    "2.4e5 1/s, EQUAL, 240000, 1/s",
    "1e-12 W, EQUAL, 1e-12, W",
    "0.09 SNU, EQUAL, 0.09, SNU",
    "11 %, EQUAL, 0.11, ''",
    "0.95, EQUAL, 0.95, ''",
    "3 s, EQUAL, 3, s",
    "4 ns, EQUAL, 4e-9, s",
    "5 ps, EQUAL, 5e-12, s",
    "  +1.  , EQUAL, 1, ''",
  })
  void numbersAreReadInTheirBaseUnit(String text, Relation relation, double value, String unit) {
    assertThat(Published.parse(text))
        .isInstanceOfSatisfying(
            Value.class,
            v -> {
              assertThat(v.relation()).isEqualTo(relation);
              assertThat(v.value())
                  .isEqualTo(
                      value, org.assertj.core.api.Assertions.within(StrictMath.abs(value) * 1e-15));
              assertThat(v.unit()).isEqualTo(unit);
              assertThat(v.isLogarithmic()).isEqualTo(unit.equals("dB") || unit.equals("dBm"));
            });
  }

  @Test
  void orderingsNameAnotherValueOfOurs() {
    assertThat(Published.parse("> other.noise-rate"))
        .isEqualTo(new Order(Relation.ABOVE, new MeterQuantity("other", "noise-rate")));
    assertThat(Published.parse("<m.q"))
        .isEqualTo(new Order(Relation.BELOW, new MeterQuantity("m", "q")));
    assertThat(Published.parse(" unknown ")).isEqualTo(new Unknown());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", ">", "> ", "about 3 dB", "other.noise", "= 3 dB", ">= 3 dB", "> > 3 dB", "3 kbps",
        "3,5 dB", "NaN", "NaN dB", "Infinity", "1e999 W", "0x1 W", "3 dB dB", "> unknown",
            "> a.b.c",
        "> A.b", "3\n4"
      })
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> Published.parse(text))
        .isInstanceOfSatisfying(
            HalException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION);
              assertThat(e.context().advice()).startsWith("write ");
            });
  }

  @Test
  void messagesShowTheAcceptedForms() {
    assertThatThrownBy(() -> Published.parse("3,5 dB"))
        .hasMessage(
            "'3,5 dB' is not a published figure: write a decimal point, not a comma: write for"
                + " example 0.41 kbit/s, > 0 bit/s, > other.noise or unknown (units: bit/s kbit/s"
                + " Mbit/s dBm dB dB/km km 1/s W SNU % s ns ps)");
    assertThatThrownBy(() -> Published.parse("> x"))
        .hasMessage("'x' names no value of a meter: write meter.quantity, such as bb84.key-rate");
    assertThatThrownBy(() -> Published.parse("9".repeat(100_000)))
        .satisfies(e -> assertThat(e.toString()).hasSizeLessThan(300));
  }
}
