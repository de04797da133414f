package org.optihal.hal.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.point.Address;

class CommandTest {
  @Test
  void everyFormIsRead() {
    assertThat(Command.parse(" set  tx-laser.frequency=193.1 THz "))
        .isEqualTo(new Command.SetPoint(Address.of("tx-laser", "frequency"), "193.1 THz"));
    assertThat(Command.parse("set mbx/voa.label = a = b"))
        .isEqualTo(new Command.SetPoint(new Address("mbx", "voa", "label"), "a = b"));
    assertThat(Command.parse("element sw  pair-crosstalk = in1>out2 -45 dB"))
        .isEqualTo(new Command.ChangeElement("sw", "pair-crosstalk", "in1>out2 -45 dB"));
    assertThat(Command.parse("fault tx-laser/main drop count=1"))
        .isEqualTo(new Command.MakeFault(new Address("tx-laser", "main", ""), "drop count=1"));
    assertThat(Command.parse("wait 10 s")).isEqualTo(new Command.Wait(Duration.ofSeconds(10)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "set",
        "set ",
        "set a.b",
        "set a.b =",
        "set = 3",
        "set a = 3",
        "set a/b = 3",
        "set A.b = 3",
        "set a.b c = 3",
        "element",
        "element a = 3",
        "element a b c = 3",
        "element a b =",
        "fault",
        "fault a",
        "fault a.b drop",
        "fault A drop",
        "wait",
        "wait 3",
        "wait 0 s",
        "wait -1 s",
        "Set a.b = 3",
        "settle a.b = 3",
        "wait 1 s\nwait 1 s",
        "fault a drop\u0000",
        "rm -rf /"
      })
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> Command.parse(text))
        .isInstanceOfSatisfying(
            HalException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION));
  }

  @Test
  void aLongCommandIsQuotedShort() {
    for (String start : new String[] {"x", "set a.b ", "element ", "fault ", "wait ", "set "}) {
      assertThatThrownBy(() -> Command.parse(start + "a".repeat(100_000)))
          .satisfies(e -> assertThat(e.toString()).hasSizeLessThan(300));
    }
  }
}
