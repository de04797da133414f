package org.optihal.emulators.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optihal.emulators.TestBench;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.Task;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.protocols.itla.ItlaRegister;

/** The wire in memory: its timing, its plug, its one client. */
class MemoryEndpointTest {
  private static final Map<String, String> AT_ONCE =
      Map.of("latency", "0 s", "latency-jitter", "0 s");

  @ParameterizedTest
  @ValueSource(ints = {9_600, 19_200, 115_200})
  void anExchangeTakesTheTimeOfItsBytes(int baud) {
    TestBench.run(
        Map.of("latency", "0 s", "latency-jitter", "0 s", "baud", Integer.toString(baud)),
        t -> {
          t.reopen("baud=" + baud);
          long begin = t.clock().nanos();
          t.exchange("00 00 00 00");
          assertThat(t.clock().nanos() - begin).isEqualTo(8 * Uart.byteNanos(baud));
        });
  }

  @Test
  void latencyAndJitterComeOnTop() {
    TestBench.run(
        Map.of("latency", "2 ms", "latency-jitter", "1 ms"),
        t -> {
          long shortest = Long.MAX_VALUE;
          long longest = 0;
          for (int i = 0; i < 200; i++) {
            long begin = t.clock().nanos();
            t.exchange("00 00 00 00");
            long took = t.clock().nanos() - begin - 8 * Uart.byteNanos(9_600);
            shortest = Math.min(shortest, took);
            longest = Math.max(longest, took);
          }
          assertThat(shortest).isBetween(2_000_000L, 2_100_000L);
          assertThat(longest).isBetween(2_900_000L, 3_000_000L);
        });
  }

  @Test
  void requestsThatFollowEachOtherQueueOnTheLineAndNoErrorAddsUp() {
    TestBench.run(
        AT_ONCE,
        t -> {
          t.patience(Duration.ofSeconds(10));
          long begin = t.clock().nanos();
          for (int i = 0; i < 100; i++) {
            t.send(new byte[4]);
          }
          assertThat(t.receive(400)).hasSize(400);
          long took = t.clock().nanos() - begin;
          assertThat(took).isEqualTo(404 * Uart.byteNanos(9_600));
        });
  }

  @Test
  void anUnpacedLineTakesNoTime() {
    TestBench.run(
        Map.of("baud", "0", "latency", "0 s", "latency-jitter", "0 s"),
        t -> {
          long begin = t.clock().nanos();
          assertThat(t.exchange("00 00 00 00")).isEqualTo("54 00 00 10");
          assertThat(t.clock().nanos()).isEqualTo(begin);
        });
  }

  @Test
  void aLinkHasOneClient() {
    TestBench.run(
        t -> {
          refuses(t, "memory:tx-laser/main", Kind.IN_USE, "tx-laser");
          t.wire().close();
          assertThat(t.open("baud=9600")).isNotNull();
        });
  }

  @Test
  void aLinkThatIsNotThereIsNotFound() {
    TestBench.run(t -> refuses(t, "memory:lo/main", Kind.NOT_FOUND, "tx-laser/main"));
  }

  @Test
  void anUnplugEndsAPendingReadAndAReplugBringsTheLinkBack() {
    TestBench.run(
        t -> {
          t.patience(Duration.ofSeconds(60));
          Task puller =
              t.clock()
                  .spawn(
                      "puller",
                      () -> {
                        t.sleep(50);
                        t.emulation().faults().unplug("tx-laser");
                      });
          long begin = t.clock().nanos();
          assertThatThrownBy(() -> t.receive(1))
              .isInstanceOfSatisfying(
                  HalException.class, e -> assertThat(e.kind()).isEqualTo(Kind.DISCONNECTED));
          assertThat(t.clock().nanos() - begin).isEqualTo(50_000_000);
          assertThat(puller.join(t.clock().nanos() + 1_000)).isTrue();
          refuses(t, "memory:tx-laser/main", Kind.NOT_FOUND, "unplugged");
          t.emulation().faults().replug("tx-laser");
          t.open("baud=9600");
          assertThat(t.exchange("00 00 00 00")).isEqualTo("54 00 00 10");
        });
  }

  @Test
  void theModuleKeepsItsPowerWhileUnplugged() {
    TestBench.run(
        t -> {
          t.write(ItlaRegister.PWR, 1_111);
          t.emulation().faults().now("tx-laser disconnect for=2s");
          t.sleep(2_000);
          t.sleep(1);
          t.open("baud=9600");
          assertThat(t.value(ItlaRegister.PWR)).isEqualTo(1_111);
        });
  }

  @Test
  void bytesOnTheirWayAreLostByAnUnplug() {
    TestBench.run(
        t -> {
          t.send(java.util.HexFormat.of().parseHex("61310457"));
          t.sleep(2);
          t.emulation().faults().unplug("tx-laser");
          t.emulation().faults().replug("tx-laser");
          t.open("baud=9600");
          assertThat(t.value(ItlaRegister.PWR)).as("half a packet is none").isEqualTo(975);
        });
  }

  @Test
  void whatWasWrittenBeforeAPortIsClosedStillGoesOut() {
    TestBench.run(
        t -> {
          t.write(ItlaRegister.RES_ENA, 8);
          t.settle();
          t.send(java.util.HexFormat.of().parseHex("01320000"));
          t.wire().close();
          t.sleep(20);
          assertThat(t.watts()).isZero();
        });
  }

  @Test
  void pausedDevicesAreMuteAndResumedOnesAnswer() {
    TestBench.run(
        t -> {
          assertThat(t.emulation().control("pause")).isEqualTo("{\"ok\":true}");
          assertThat(t.exchange("00 00 00 00")).isEmpty();
          t.emulation().control("resume");
          assertThat(t.exchange("00 00 00 00")).isEqualTo("54 00 00 10");
        });
  }

  @Test
  void aThousandExchangesDoNotDriftFromTheirSum() {
    TestBench.run(
        AT_ONCE,
        t -> {
          long begin = t.clock().nanos();
          for (int i = 0; i < 1_000; i++) {
            t.exchange("00 00 00 00");
          }
          double took = t.clock().nanos() - begin;
          assertThat(took / (8_000.0 * Uart.byteNanos(9_600))).isEqualTo(1, within(1e-9));
        });
  }

  private static void refuses(TestBench t, String url, Kind kind, String names) {
    assertThatThrownBy(
            () ->
                t.emulation()
                    .links()
                    .open(DeviceUrl.parse(url), t.clock(), new Deadline(Deadline.FOREVER)))
        .isInstanceOfSatisfying(HalException.class, e -> assertThat(e.kind()).isEqualTo(kind))
        .hasMessageContaining(names);
  }
}
