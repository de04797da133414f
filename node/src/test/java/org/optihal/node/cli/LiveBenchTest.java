package org.optihal.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.optihal.hal.Hal;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.Task;
import org.optihal.hal.clock.VirtualClock;

/** A process that is told to end waits until its bench is in order, and not for ever. */
final class LiveBenchTest {
  private final VirtualClock clock = new VirtualClock();
  private final Stop stop = new Stop();
  private final List<Runnable> hooks = new ArrayList<>();
  private final List<Boolean> serial = new ArrayList<>();

  private LiveBench open() {
    Bench bench =
        new Bench("n", Map.of("tx", DeviceEntry.of("tx", "itla", Map.of())), Map.of(), List.of());
    Shell shell =
        new Shell(
            System.out,
            System.err,
            InputStream.nullInputStream(),
            clock,
            stop,
            (serialPorts, last) -> {
              serial.add(serialPorts);
              hooks.add(last);
            },
            false);
    return new LiveBench(shell, Hal.emulate(bench, 1, clock));
  }

  @Test
  void theProcessEndsAfterTheBench() {
    clock.run(
        () -> {
          LiveBench bench = open();
          List<String> order = new ArrayList<>();
          bench.afterwards(() -> order.add("closed"));
          Task hook =
              clock.spawn(
                  "hook",
                  () -> {
                    hooks.get(0).run();
                    order.add("ended");
                  });
          assertThat(stop.await(clock, Deadline.in(clock, Duration.ofSeconds(1)))).isTrue();
          clock.sleep(Duration.ofSeconds(2));
          assertThat(hook.isDone()).isFalse();
          bench.close();
          assertThat(hook.join(Deadline.in(clock, Duration.ofSeconds(1)).nanos())).isTrue();
          assertThat(order).containsExactly("closed", "ended");
        });
  }

  @Test
  void aBenchThatIsClosedDelaysNobody() {
    clock.run(
        () -> {
          open().close();
          long start = clock.nanos();
          hooks.get(0).run();
          assertThat(clock.nanos()).isEqualTo(start);
        });
  }

  @Test
  void aBenchThatNeverClosesEndsTheWaitAfterHalfAMinute() {
    clock.run(
        () -> {
          try (LiveBench bench = open()) {
            long start = clock.nanos();
            hooks.get(0).run();
            assertThat(Duration.ofNanos(clock.nanos() - start)).isEqualTo(Duration.ofSeconds(30));
            assertThat(bench.hal().devices()).hasSize(1);
          }
        });
  }

  @Test
  void theLibraryOfSerialPortsIsLeftAloneWhereThereAreNone() {
    clock.run(() -> open().close());
    assertThat(serial).containsExactly(false);
  }
}
