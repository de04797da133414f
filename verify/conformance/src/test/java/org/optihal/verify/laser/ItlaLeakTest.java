package org.optihal.verify.laser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.optihal.emulators.BenchEmulationProvider;
import org.optihal.hal.Hal;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.RealClock;
import org.optihal.hal.device.Access;
import org.optihal.hal.device.Device;
import org.optihal.hal.device.DeviceState;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.hal.spi.Emulation;
import org.optihal.testkit.LeakCheck;

/** A cable pulled and plugged in again a hundred times leaves nothing behind. */
@Tag("pty")
class ItlaLeakTest {
  private static final int CYCLES = 100;

  @TempDir
  @SuppressWarnings("NullAway") // set by JUnit
  Path directory;

  @Test
  @Timeout(value = 240, unit = TimeUnit.SECONDS)
  void aHundredReconnectsLeaveNoThreadAndNoDescriptor() {
    HalClock clock = RealClock.get();
    String id = LaserTargets.ID;
    try (Emulation emulation =
        new BenchEmulationProvider()
            .create(LaserTargets.itla(Map.of("baud", "0", "latency", "0 s")), 1, clock)) {
      emulation.serve(Optional.of(directory), false);
      DeviceUrl url = DeviceUrl.parse("serial://" + directory.resolve(id));
      DeviceEntry entry =
          new DeviceEntry(
              id,
              "itla",
              Map.of("main", url),
              Map.of(),
              Map.of(),
              Map.of("poll-period", "20 ms"), // an unplug is seen by the next poll
              Map.of(),
              DeviceEntry.StopPolicy.SAFE,
              DeviceEntry.ReconnectPolicy.SAFE);
      try (Hal hal = Hal.open(new Bench("leaks", Map.of(id, entry), Map.of(), List.of()))) {
        Device device = hal.device(id);
        device.connect(Access.OBSERVE, Deadline.in(clock, Duration.ofSeconds(10)));
        cycle(emulation, device, clock, 3);
        LeakCheck leaks = LeakCheck.start();
        cycle(emulation, device, clock, CYCLES);
        leaks.verify();
      }
    }
  }

  private static void cycle(Emulation emulation, Device device, HalClock clock, int times) {
    for (int i = 0; i < times; i++) {
      emulation.faults().unplug(device.id());
      until(device, clock, false);
      emulation.faults().replug(device.id());
      until(device, clock, true);
    }
  }

  private static void until(Device device, HalClock clock, boolean ready) {
    Deadline limit = Deadline.in(clock, Duration.ofSeconds(20));
    while ((device.state() == DeviceState.READY) != ready) {
      assertThat(limit.hasPassed(clock))
          .as("%s, wanted ready=%s", device.health(), ready)
          .isFalse();
      clock.sleep(Duration.ofMillis(5));
    }
  }
}
