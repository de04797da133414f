package org.optihal.hal.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;

class DeviceUrlTest {
  @ParameterizedTest
  @CsvSource({
    "serial:///dev/ttyUSB0?baud=9600, serial, /dev/ttyUSB0, serial:///dev/ttyUSB0",
    "tcp://host:5025, tcp, host:5025, tcp://host:5025",
    "tcp://[::1]:5025, tcp, [::1]:5025, tcp://[::1]:5025",
    "memory:tx-laser/main, memory, tx-laser/main, memory:tx-laser/main",
    "usbtmc://1313:8078/SERIAL, usbtmc, 1313:8078/SERIAL, usbtmc:1313:8078/SERIAL",
    "serial:///dev/serial/by-id/usb-a@b, serial, /dev/serial/by-id/usb-a@b, serial:///dev/serial/by-id/usb-a@b",
  })
  void urlsAreTakenApart(String text, String scheme, String target, String shown) {
    DeviceUrl url = DeviceUrl.parse(text);
    assertThat(url.scheme()).isEqualTo(scheme);
    assertThat(url.target()).isEqualTo(target);
    assertThat(url.user()).isNull();
    assertThat(url).hasToString(shown);
  }

  @Test
  void parametersWinOverDefaults() {
    DeviceUrl url = DeviceUrl.parse("serial:///dev/x?baud=19200&lock=off");
    DeviceUrl full = url.withDefaults(Map.of("baud", "9600", "dtr", "on"));
    assertThat(full.integer("baud", 1, 50, 4_000_000)).isEqualTo(19200);
    assertThat(full.flag("dtr", false)).isTrue();
    assertThat(full.flag("lock", true)).isFalse();
    assertThat(full.integer("absent", 7, 0, 10)).isEqualTo(7);
    assertThatThrownBy(() -> full.integer("baud", 1, 1, 100)).hasMessageContaining("from 1 to 100");
    assertThatThrownBy(() -> full.integer("dtr", 1, 1, 100)).hasMessageContaining("dtr=on");
    assertThatThrownBy(() -> full.flag("baud", true)).hasMessageContaining("neither on nor off");
  }

  @Test
  void userInfoIsKeptAndNeverShown() {
    DeviceUrl url = DeviceUrl.parse("tcp://bob:secret@host:5025?timeout=1");
    assertThat(url.user()).isEqualTo("bob:secret");
    assertThat(url.target()).isEqualTo("host:5025");
    assertThat(url).hasToString("tcp://***@host:5025");
    assertThat(url.withDefaults(Map.of("a", "b"))).hasToString("tcp://***@host:5025");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tcp://bob:xyzzy/plugh@host",
        "tcp://bob:xyzzy?plugh@host",
        "tcp://bob:xyzzy@plugh@host",
        "tcp://bob:xyzzy?plugh&plugh@host",
        "tcp://bob:xyzzy?plugh=1&plugh=2@host",
        "TCP://bob:xyzzyplugh@host",
        "bob:xyzzyplugh@host?x\u0000",
        "tcp://bob:xyzzyplugh@host?parameter",
        "tcp://bob:xyzzyplugh@host?=1",
        "tcp://bob:xyzzyplugh@",
      })
  void userInfoIsNotShownEvenWhenTheUrlIsWrong(String text) {
    assertThatThrownBy(() -> DeviceUrl.parse(text))
        .isInstanceOfSatisfying(
            HalException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION))
        .satisfies(e -> assertThat(e.toString()).doesNotContain("xyzzy", "plugh"));
  }

  @Test
  void userInfoIsNotShownWhenALongUrlIsCut() {
    assertThatThrownBy(() -> DeviceUrl.parse("tcp://bob:" + "secret".repeat(300) + "@host"))
        .satisfies(e -> assertThat(e.toString()).doesNotContain("secret"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "serial",
        "serial:",
        "serial://",
        "s:/dev/x",
        "Serial:///dev/x",
        "serial:///dev/x\n",
        "serial:///dev/\u001b[31m",
        "serial:///dev/\u009b31m",
        "serial:///dev/x?baud",
        "serial:///dev/x?=1",
        "serial:///dev/x?a=1&a=2",
        "serial:///dev/x?a=1&",
        "abcdefghijklmnopq:x",
      })
  void hostileTextIsRefusedOnOneLine(String text) {
    assertThatThrownBy(() -> DeviceUrl.parse(text))
        .isInstanceOfSatisfying(
            HalException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContainPattern("\\p{Cc}"));
  }

  @Timeout(5)
  @Test
  void lengthIsBounded() {
    assertThatThrownBy(() -> DeviceUrl.parse("serial:" + "/a@".repeat(1_000_000)))
        .isInstanceOf(HalException.class)
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
  }
}
