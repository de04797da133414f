package org.optihal.verify.laser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.optihal.hal.Hal;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.Task;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.device.Access;
import org.optihal.hal.device.Device;
import org.optihal.hal.error.HalException;
import org.optihal.hal.laser.TunableLaser;
import org.optihal.hal.link.WireTap;
import org.optihal.hal.operation.Milestone;
import org.optihal.hal.quantity.Frequency;

/** Two application threads drive two lasers in virtual time, with faults on one line. */
class TwoLasersAreReproducibleTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Test
  void theSameSeedGivesTheSameBytesAtTheSameTimes() {
    String first = trace(42);
    assertThat(first.lines().count()).isGreaterThan(1_000);
    for (int i = 0; i < 5; i++) {
      assertThat(trace(42)).isEqualTo(first);
    }
    assertThat(trace(43)).isNotEqualTo(first);
  }

  /**
   * While one thread waits long for a mute module, the other's calls take what they always take.
   */
  @Test
  void aWaitOnOneLaserDoesNotDelayTheOther() {
    VirtualClock clock = new VirtualClock();
    clock.run(
        () -> {
          try (Hal hal = Hal.emulate(bench(), 7, clock)) {
            connect(hal);
            TunableLaser slow = hal.device("tx-laser").as(TunableLaser.class);
            TunableLaser quick = hal.device("lo-laser").as(TunableLaser.class);
            quick.power().read();
            long alone = timeOf(clock, () -> quick.power().read());
            hal.emulation().orElseThrow().faults().now("tx-laser silence for=20s");
            Task waiting = clock.spawn("waiting", () -> ignoreFailure(() -> slow.power().read()));
            long worst = 0;
            for (int i = 0; i < 100; i++) {
              worst = Math.max(worst, timeOf(clock, () -> quick.power().read()));
              clock.sleep(Duration.ofMillis(7));
            }
            assertThat(waiting.join(clock.nanos() + LIMIT.toNanos())).isTrue();
            assertThat(worst).as("one exchange of a poll may come first").isLessThan(8 * alone);
          }
        });
  }

  private static long timeOf(HalClock clock, Runnable call) {
    long start = clock.nanos();
    call.run();
    return clock.nanos() - start;
  }

  private static void ignoreFailure(Runnable call) {
    try {
      call.run();
    } catch (HalException e) {
      // the module is mute: what matters is the other one
    }
  }

  private static Bench bench() {
    Map<String, DeviceEntry> devices = new LinkedHashMap<>();
    devices.put("tx-laser", DeviceEntry.of("tx-laser", "itla", Map.of()));
    devices.put("lo-laser", DeviceEntry.of("lo-laser", "itla", Map.of()));
    return new Bench("two", devices, Map.of(), List.of());
  }

  private static void connect(Hal hal) {
    for (Device d : hal.devices()) {
      d.connect(Access.CONTROL, Deadline.in(hal.clock(), LIMIT));
    }
  }

  private static String trace(long seed) {
    StringBuilder trace = new StringBuilder();
    VirtualClock clock = new VirtualClock();
    clock.run(
        () -> {
          try (Hal hal = Hal.emulate(bench(), seed, clock)) {
            hal.taps().tap(new TextTap(trace));
            connect(hal);
            hal.emulation()
                .orElseThrow()
                .faults()
                .plan(
                    List.of(
                        "3s tx-laser drop count=2",
                        "5s tx-laser late by=600ms",
                        "8s tx-laser flip bit=3",
                        "9s tx-laser disconnect for=1s"));
            Task other = clock.spawn("other", () -> use(hal, "lo-laser"));
            use(hal, "tx-laser");
            assertThat(other.join(clock.nanos() + LIMIT.toNanos())).isTrue();
          }
        });
    return trace.toString();
  }

  private static void use(Hal hal, String id) {
    TunableLaser laser = hal.device(id).as(TunableLaser.class);
    for (int i = 0; i < 40; i++) {
      int step = i;
      ignoreFailure(
          () -> {
            laser
                .frequency()
                .apply(Frequency.ofMegahertz(193_000_000 + step * 12_500L))
                .await(Milestone.SETTLED, Deadline.in(hal.clock(), LIMIT));
            laser.light().read();
          });
      hal.clock().sleep(Duration.ofMillis(300));
    }
  }

  private record TextTap(StringBuilder out) implements WireTap {
    @Override
    public void sent(String link, long nanos, byte[] bytes, int offset, int length) {
      line(link, nanos, '>', bytes, offset, length);
    }

    @Override
    public void received(String link, long nanos, byte[] bytes, int offset, int length) {
      line(link, nanos, '<', bytes, offset, length);
    }

    @Override
    public void note(String link, long nanos, String text) {
      out.append(nanos).append(' ').append(link).append(" # ").append(text).append('\n');
    }

    private void line(String link, long nanos, char mark, byte[] bytes, int offset, int length) {
      out.append(nanos)
          .append(' ')
          .append(link)
          .append(' ')
          .append(mark)
          .append(' ')
          .append(HexFormat.of().formatHex(bytes, offset, offset + length))
          .append('\n');
    }
  }
}
