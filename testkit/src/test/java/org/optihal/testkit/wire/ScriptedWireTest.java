package org.optihal.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.link.WireTrace;

class ScriptedWireTest {
  private static final long SECOND = 1_000_000_000;

  private static final String DIALOGUE =
      """
      < 0D 0A             # banner
      > 00 00 00 00       # NOP
      < 54 00 00 10
      > 81 ** 00 08
      < E7
      < 32 00 08
      """;

  private final VirtualClock clock = new VirtualClock();

  private static void send(ScriptedWire wire, String hex) {
    byte[] b = HexFormat.of().parseHex(hex);
    wire.link().write(b, 0, b.length, SECOND);
  }

  private String receive(ScriptedWire wire, int length) {
    byte[] b = new byte[length];
    int n = 0;
    while (n < length) {
      int r = wire.link().read(b, n, length - n, clock.nanos() + SECOND);
      assertThat(r).as("bytes read").isPositive();
      n += r;
    }
    return HexFormat.of().formatHex(b);
  }

  @Test
  void theExpectedDialoguePasses() {
    clock.run(
        () -> {
          ScriptedWire wire = ScriptedWire.of(clock, DIALOGUE);
          assertThat(receive(wire, 2)).isEqualTo("0d0a");
          send(wire, "0000");
          send(wire, "0000");
          assertThat(receive(wire, 4)).isEqualTo("54000010");
          send(wire, "81320008");
          assertThat(receive(wire, 4)).isEqualTo("e7320008");
          wire.verify();
        });
  }

  @Test
  void aWrongByteFailsAtOnceAndForGood() {
    clock.run(
        () -> {
          ScriptedWire wire = ScriptedWire.of(clock, "> 81 32 00 08\n< E7 32 00 08");
          assertThatThrownBy(() -> send(wire, "81330008"))
              .isInstanceOf(AssertionError.class)
              .hasMessageContaining("turn 1, byte 2: expected '81 32 00 08', and 33 came")
              .hasMessageContaining("Usual cause");
          assertThatThrownBy(wire::verify).hasMessageContaining("byte 2");
        });
  }

  @Test
  void whatWasNotSentIsTold() {
    clock.run(
        () -> {
          ScriptedWire wire = ScriptedWire.of(clock, DIALOGUE);
          receive(wire, 2);
          send(wire, "00000000");
          receive(wire, 4);
          send(wire, "81");
          assertThatThrownBy(wire::verify)
              .hasMessageContaining("turn 3 of 3 was not sent: '81 ** 00 08' (1 bytes of it came)")
              .hasMessageContaining("checksum, length and terminator");
        });
  }

  @Test
  void whatWasNotReadIsTold() {
    clock.run(
        () -> {
          ScriptedWire wire = ScriptedWire.of(clock, "> 01\n< 02 03 04");
          send(wire, "01");
          receive(wire, 1);
          assertThatThrownBy(wire::verify)
              .hasMessageContaining("2 bytes of answers were not read (after 1 that were)");
        });
  }

  @Test
  void whatIsTooMuchIsTold() {
    clock.run(
        () -> {
          ScriptedWire wire = ScriptedWire.of(clock, "> 01\n< 02");
          send(wire, "01");
          receive(wire, 1);
          send(wire, "01FF");
          assertThatThrownBy(wire::verify)
              .hasMessageContaining("after the end of the dialogue the driver sent '01 FF'");
        });
  }

  @Test
  void aRecordingIsADialogueWithDelays() {
    clock.run(
        () -> {
          ScriptedWire wire =
              ScriptedWire.of(
                  clock,
                  WireTrace.parse(
                      """
                      optihal-wire-trace 1
                      5.000000000 x > 01
                      5.250000000 x < 02
                      5.300000000 x < 03
                      6.000000000 x > 04
                      """));
          send(wire, "01");
          receive(wire, 1);
          assertThat(clock.nanos()).isEqualTo(SECOND / 4);
          receive(wire, 1);
          assertThat(clock.nanos()).isEqualTo(SECOND / 4 + SECOND / 20);
          send(wire, "04");
          wire.verify();
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"00 01 | write '> 00 11'", "> 0 | are not bytes", "< zz | are not bytes"})
  void wrongDialoguesAreRefused(String line, String why) {
    assertThatThrownBy(() -> ScriptedWire.of(clock, "# fine\n" + line))
        .hasMessageContaining("line 2")
        .hasMessageContaining(why);
  }

  @Test
  void severalLinksAreRefused() {
    WireTrace trace =
        WireTrace.parse("optihal-wire-trace 1\n0.000000000 a > 01\n0.000000000 b > 01\n");
    assertThatThrownBy(() -> ScriptedWire.of(clock, trace))
        .hasMessageContaining("several links: a b");
    assertThat(ScriptedWire.of(clock, trace.of("a")).link()).isNotNull();
  }
}
