package org.optihal.drivers.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.optihal.drivers.port.Rig.MS;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.link.WireTap;

class PortHousekeepingTest {
  private final Rig rig = new Rig();
  private final List<String> heard = new ArrayList<>();

  private final WireTap tap =
      new WireTap() {
        @Override
        public void sent(String link, long nanos, byte[] bytes, int offset, int length) {
          heard.add(link + " > " + HexFormat.of().formatHex(bytes, offset, offset + length));
        }

        @Override
        public void received(String link, long nanos, byte[] bytes, int offset, int length) {
          heard.add(link + " < " + HexFormat.of().formatHex(bytes, offset, offset + length));
        }

        @Override
        public void note(String link, long nanos, String text) {
          heard.add(link + " # " + text);
        }
      };

  @Test
  void changingTheSpeedWaitsForItsTurnAndMakesTheLineSuspect() {
    rig.run(
        () -> {
          rig.spawn("owner", () -> rig.exchange(Priority.COMMAND, 1));
          rig.sleep(1);
          assertThat(rig.port.reconfigure(rig.epoch(), 100 * MS, s -> s.baud(115200))).isTrue();
          assertThat(rig.ms()).as("after the exchange under way").isEqualTo(8);
          assertThat(rig.device.baud()).isEqualTo(115200);
          rig.exchange(Priority.COMMAND, 2);
        });
    assertThat(rig.device.order()).containsExactly(1, 2);
    assertThat(rig.port.statistics().resyncs()).isEqualTo(2);
  }

  @Test
  void aSpeedThatCannotBeChangedInTimeStays() {
    rig.run(
        () -> {
          rig.spawn("owner", () -> rig.exchange(Priority.COMMAND, 1));
          rig.sleep(1);
          HalException e =
              Rig.failure(() -> rig.port.reconfigure(rig.epoch(), MS, s -> s.baud(115200)));
          assertThat(e.kind()).isEqualTo(Kind.BUSY);
          assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
          rig.joinAll();
        });
    assertThat(rig.device.baud()).isEqualTo(9600);
  }

  @Test
  void countersTellWhatHappened() {
    rig.run(
        () -> {
          rig.exchange(Priority.COMMAND, 1);
          rig.spawn("a", () -> rig.exchange(Priority.COMMAND, 2));
          rig.spawn("b", () -> rig.exchange(Priority.COMMAND, 3));
          rig.joinAll();
          rig.device.say(1, 2, 3);
          rig.exchange(Priority.COMMAND, 4);
          rig.port.down(new HalException(Kind.DISCONNECTED, Outcome.UNKNOWN, "unplugged"));
          rig.port.up(new EchoDevice(rig.clock, 9600).link);
        });
    assertThat(rig.port.statistics()).isEqualTo(new PortStatistics(5, 1, 2, 3, 2));
  }

  @Test
  void aPortIsUpOnce() {
    rig.run(
        () ->
            assertThatThrownBy(() -> rig.port.up(rig.device.link))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("memory:echo"));
  }

  @Test
  void everyByteIsHeardByATapAndNothingAfterItIsOff() {
    rig.run(
        () -> {
          rig.taps.tap(tap);
          rig.exchange(Priority.COMMAND, 1);
          rig.device.say(0xAA);
          rig.exchange(Priority.COMMAND, 2);
          rig.port.reconfigure(rig.epoch(), MS, s -> s.baud(19200));
          rig.port.down(new HalException(Kind.DISCONNECTED, Outcome.UNKNOWN, "unplugged"));
          rig.taps.tap(null);
          rig.port.up(new EchoDevice(rig.clock, 9600).link);
        });
    assertThat(heard)
        .containsSubsequence(
            "memory:echo > 01000001",
            "memory:echo < 01000001",
            "memory:echo < aa",
            "memory:echo > 02000002",
            "memory:echo < 02000002",
            "memory:echo # speed 19200",
            "memory:echo # down: unplugged")
        .endsWith("memory:echo # down: unplugged");
  }
}
