package org.optihal.drivers.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.optihal.drivers.link.MemoryWire.MS;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.optihal.drivers.port.Port;
import org.optihal.drivers.port.Priority;
import org.optihal.drivers.port.Resync;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.link.WireTaps;

class ListeningLinkTest {
  /** Frames {@code A0 length request …} for answers, {@code E0 length …} for events. */
  private static final ListeningLink.Protocol PROTOCOL =
      new ListeningLink.Protocol() {
        @Override
        public int frameLength(byte[] bytes, int offset, int length) {
          if (bytes[offset] != (byte) 0xA0 && bytes[offset] != (byte) 0xE0) {
            return -1;
          }
          if (length < 2) {
            return 0;
          }
          int frame = 2 + (bytes[offset + 1] & 0xFF);
          return length < frame ? 0 : frame;
        }

        @Override
        public boolean isAnswer(byte[] frame, byte[] request) {
          return frame[0] == (byte) 0xA0 && frame.length > 2 && frame[2] == request[0];
        }
      };

  private final MemoryWire wire = new MemoryWire();
  private final List<String> events = new ArrayList<>();

  private void run(Consumer<ListeningLink> body) {
    wire.clock.run(
        () ->
            body.accept(
                new ListeningLink(
                    wire.link,
                    wire.clock,
                    PROTOCOL,
                    frame -> events.add(wire.ms() + " " + HexFormat.of().formatHex(frame)))));
  }

  @Test
  void eventsArriveWhileNobodyAsks() {
    run(
        link -> {
          wire.deliverAt(3, "e00101");
          wire.deliverAt(5, "e00102e00103");
          assertThat(wire.read(link, 8, 10)).as("no answer").isEmpty();
        });
    assertThat(events).containsExactly("3 e00101", "5 e00102", "5 e00103");
  }

  @Test
  void eventsDuringAnExchangeDoNotDisturbIt() {
    run(
        link -> {
          wire.deliverAt(2, "e00101");
          wire.deliverAt(4, "a00207ffe00102");
          wire.write(link, "07");
          assertThat(wire.read(link, 8, 10)).isEqualTo("a00207ff");
          assertThat(wire.ms()).isEqualTo(4);
        });
    assertThat(events).containsExactly("2 e00101", "4 e00102");
  }

  @Test
  void framesMayComeInPieces() {
    run(
        link -> {
          wire.deliverAt(1, "e0");
          wire.deliverAt(2, "02aa");
          wire.deliverAt(3, "bba0");
          wire.deliverAt(4, "01");
          wire.deliverAt(5, "07");
          wire.write(link, "07");
          assertThat(wire.read(link, 8, 10)).isEqualTo("a00107");
          assertThat(wire.ms()).isEqualTo(5);
        });
    assertThat(events).containsExactly("3 e002aabb");
  }

  @Test
  void garbageIsSkipped() {
    run(
        link -> {
          wire.deliverAt(1, "001122e0010133a00107");
          wire.write(link, "07");
          assertThat(wire.read(link, 8, 10)).isEqualTo("a00107");
        });
    assertThat(events).containsExactly("1 e00101");
  }

  @Test
  void anAnswerToAnotherQuestionOrASecondOneIsUnsolicited() {
    run(
        link -> {
          wire.deliverAt(1, "a00108a00107a00107");
          wire.write(link, "07");
          assertThat(wire.read(link, 16, 10)).isEqualTo("a00107");
          assertThat(wire.read(link, 16, 10)).isEmpty();
        });
    assertThat(events).containsExactly("1 a00108", "1 a00107");
  }

  @Test
  void aFrameLargerThanItsBufferIsNoFrame() {
    ListeningLink.Protocol endless =
        new ListeningLink.Protocol() {
          @Override
          public int frameLength(byte[] bytes, int offset, int length) {
            return bytes[offset] == (byte) 0xE0 ? length >= 3 ? 3 : 0 : 0;
          }

          @Override
          public boolean isAnswer(byte[] frame, byte[] request) {
            return false;
          }
        };
    wire.clock.run(
        () -> {
          ListeningLink link =
              new ListeningLink(
                  wire.link,
                  wire.clock,
                  endless,
                  frame -> events.add(HexFormat.of().formatHex(frame)));
          for (int i = 0; i < 64; i++) {
            wire.deliver("55".repeat(1024));
            assertThat(wire.read(link, 1, 1)).isEmpty();
          }
          wire.deliver("e00101");
          assertThat(wire.read(link, 1, 1)).isEmpty();
        });
    assertThat(events).containsExactly("e00101");
  }

  @Test
  void aReadEndsByItsDeadlineAndByAWakeUp() {
    run(
        link -> {
          wire.clock.after(7 * MS, link::wake);
          assertThat(wire.read(link, 8, 1_000)).isEmpty();
          assertThat(wire.ms()).isEqualTo(7);
          assertThat(wire.read(link, 8, 3)).isEmpty();
          assertThat(wire.ms()).isEqualTo(10);
        });
  }

  @Test
  void whatArrivedBeforeTheLinkWasLostIsStillRead() {
    run(
        link -> {
          wire.write(link, "07");
          wire.deliver("a00107");
          wire.clock.after(5 * MS, wire.link::unplug);
          wire.clock.sleep(java.time.Duration.ofMillis(10));
          assertThat(wire.read(link, 8, 10)).isEqualTo("a00107");
          assertThatThrownBy(() -> wire.read(link, 8, 1_000))
              .isInstanceOfSatisfying(
                  HalException.class, e -> assertThat(e.kind()).isEqualTo(Kind.DISCONNECTED));
          assertThat(wire.ms()).isEqualTo(10);
        });
  }

  @Test
  void closingEndsAPendingRead() {
    run(
        link -> {
          wire.clock.after(5 * MS, link::close);
          assertThatThrownBy(() -> wire.read(link, 8, 1_000))
              .isInstanceOfSatisfying(
                  HalException.class, e -> assertThat(e.kind()).isEqualTo(Kind.DISCONNECTED));
          assertThat(wire.ms()).isEqualTo(5);
        });
  }

  @Test
  void aSubscriberThatFailsTakesTheLinkDown() {
    wire.clock.run(
        () -> {
          ListeningLink link =
              new ListeningLink(
                  wire.link,
                  wire.clock,
                  PROTOCOL,
                  frame -> {
                    throw new IllegalStateException("a bug");
                  });
          wire.deliverAt(1, "e00101");
          assertThatThrownBy(() -> wire.read(link, 8, 1_000))
              .hasMessageContaining("a bug")
              .hasMessageContaining("memory:wire");
          assertThat(wire.ms()).isEqualTo(1);
        });
  }

  @Test
  void behindAPortItIsNeitherStaleNorInTheWay() {
    run(
        link -> {
          Port port =
              new Port(
                  "memory:wire",
                  wire.clock,
                  Resync.NONE,
                  4,
                  MS,
                  new WireTaps().point("memory:wire"));
          long epoch = port.up(link);
          wire.deliverAt(1, "e00101");
          wire.clock.sleep(java.time.Duration.ofMillis(2));
          wire.deliverAt(4, "e00102a00107");
          byte[] answer = new byte[3];
          port.call(
              Priority.COMMAND,
              epoch,
              10 * MS,
              10 * MS,
              x -> {
                x.write(new byte[] {7}, 0, 1);
                x.readFully(answer, 0, 3);
                return true;
              });
          assertThat(HexFormat.of().formatHex(answer)).isEqualTo("a00107");
          assertThat(port.statistics().staleBytes()).isZero();
        });
    assertThat(events).containsExactly("1 e00101", "4 e00102");
  }
}
