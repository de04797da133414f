package org.optihal.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.link.ByteLink;
import org.optihal.hal.link.WireTrace;
import org.optihal.testkit.wire.TraceReplay.Matching;

class TraceReplayTest {
  private static final long MS = 1_000_000;
  private static final WireTrace TRACE =
      WireTrace.parse(
          """
          optihal-wire-trace 1
          0.000000000 x > 10 01
          0.005000000 x < A1
          1.000000000 x # somebody pressed a button
          1.000000000 x > 20
          1.000000000 x > 02
          1.001000000 x < B1 B2
          2.000000000 x > 10 01
          2.005000000 x < A2
          """);

  private final VirtualClock clock = new VirtualClock();

  private String ask(ByteLink link, String hex) {
    byte[] b = HexFormat.of().parseHex(hex);
    link.write(b, 0, b.length, clock.nanos());
    byte[] in = new byte[8];
    int n = link.read(in, 0, in.length, clock.nanos() + 100 * MS);
    return HexFormat.of().formatHex(in, 0, n);
  }

  @Test
  void answersComeInOrderWithTheirDelays() {
    clock.run(
        () -> {
          TraceReplay replay = new TraceReplay(clock, TRACE, Matching.IN_ORDER);
          assertThat(ask(replay.link(), "1001")).isEqualTo("a1");
          assertThat(clock.nanos()).isEqualTo(5 * MS);
          assertThat(ask(replay.link(), "2002")).isEqualTo("b1b2");
          assertThat(clock.nanos()).isEqualTo(6 * MS);
          assertThat(ask(replay.link(), "1001")).isEqualTo("a2");
          assertThat(ask(replay.link(), "1001")).as("nothing is left").isEmpty();
          assertThat(replay.unknown()).containsExactly("10", "01");
        });
  }

  @Test
  void anotherOrderFindsNoAnswer() {
    clock.run(
        () -> {
          TraceReplay replay = new TraceReplay(clock, TRACE, Matching.IN_ORDER);
          assertThat(ask(replay.link(), "2002")).isEmpty();
          assertThat(replay.unknown()).containsExactly("20", "02");
          assertThat(ask(replay.link(), "1001")).isEqualTo("a1");
        });
  }

  @Test
  void byContentAnyOrderIsAnswered() {
    clock.run(
        () -> {
          TraceReplay replay = new TraceReplay(clock, TRACE, Matching.BY_CONTENT);
          assertThat(ask(replay.link(), "2002")).isEqualTo("b1b2");
          assertThat(ask(replay.link(), "1001")).isEqualTo("a1");
          assertThat(ask(replay.link(), "1001")).isEqualTo("a2");
          assertThat(ask(replay.link(), "1001")).as("the last one stays").isEqualTo("a2");
          assertThat(ask(replay.link(), "2002")).isEqualTo("b1b2");
          assertThat(replay.unknown()).isEmpty();
        });
  }

  @Test
  void itFindsItsWayBackIntoARequest() {
    clock.run(
        () -> {
          TraceReplay replay = new TraceReplay(clock, TRACE, Matching.BY_CONTENT);
          assertThat(ask(replay.link(), "77102002")).isEqualTo("b1b2");
          assertThat(replay.unknown()).containsExactly("77", "10");
        });
  }

  @Test
  void anAnswerThatWasKeptBackCannotBeGiven() {
    WireTrace trace =
        WireTrace.parse("optihal-wire-trace 1\n0.000000000 x > 01\n0.000000000 x < 02 **\n");
    assertThatThrownBy(() -> new TraceReplay(clock, trace, Matching.IN_ORDER))
        .hasMessageContaining("redacted");
  }
}
