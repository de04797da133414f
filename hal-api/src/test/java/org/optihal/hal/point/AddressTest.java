package org.optihal.hal.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;

class AddressTest {
  @ParameterizedTest
  @CsvSource({
    "tx-laser, tx-laser, '', '', ''",
    "tx-laser.frequency, tx-laser, '', frequency, frequency",
    "tdc1/ch3.countRate, tdc1, ch3, countRate, ch3.countRate",
    "roadm1/port17, roadm1, port17, '', port17.",
  })
  void addressesComeBackAsWritten(
      String text, String device, String unit, String point, String tail) {
    Address a = Address.parse(text);
    assertThat(a).isEqualTo(new Address(device, unit, point)).hasToString(text);
    if (!point.isEmpty()) {
      assertThat(a.tail()).isEqualTo(tail);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Tx",
        "1tx",
        "tx_laser",
        "tx/",
        "tx.",
        "tx..f",
        "tx.Frequency",
        "tx/a/b",
        "tx.a.b",
        "tx frequency",
        "tx\n",
        "../etc",
        "tx.frequency\u0000",
        "ünit",
        "abcdefghijklmnopqrstuvwxyz0123456",
      })
  void everythingElseIsRefused(String text) {
    assertThatThrownBy(() -> Address.parse(text))
        .isInstanceOfSatisfying(
            HalException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION))
        .hasMessageContaining("write device.point");
  }

  @Timeout(5)
  @Test
  void longTextIsRefusedBriefly() {
    assertThatThrownBy(() -> Address.parse("a".repeat(1_000_000)))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(250));
  }

  @Test
  void idsAreShortAndLowerCase() {
    assertThat(Address.isId("tx-laser")).isTrue();
    assertThat(Address.isId("a".repeat(32))).isTrue();
    assertThat(Address.isId("a".repeat(33))).isFalse();
    assertThat(Address.isId("")).isFalse();
  }
}
