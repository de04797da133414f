package org.optihal.verify.laser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.optihal.emulators.BenchEmulationProvider;
import org.optihal.hal.Hal;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.RealClock;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.hal.spi.Emulation;
import org.optihal.testkit.laser.LaserContract;
import org.optihal.testkit.laser.LaserTarget;

/** Driver and emulator over a pseudo-terminal in real time: the serial link as a user has it. */
@Tag("pty")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ItlaPtyContractTest extends LaserContract {
  @TempDir
  @SuppressWarnings("NullAway") // set by JUnit
  Path directory;

  @Override
  protected HalClock clock() {
    return RealClock.get();
  }

  @Override
  protected LaserTarget open(HalClock clock) {
    Bench bench =
        LaserTargets.itla(
            Map.of(
                "baud",
                "115200",
                "enable-time",
                "200 ms",
                "tune-time",
                "100 ms",
                "boot-time",
                "200 ms"));
    Emulation emulation = new BenchEmulationProvider().create(bench, 1, clock);
    emulation.serve(Optional.of(directory), false);
    DeviceUrl url =
        DeviceUrl.parse("serial://" + directory.resolve(LaserTargets.ID) + "?baud=115200");
    Map<String, DeviceEntry> devices = new LinkedHashMap<>();
    devices.put(LaserTargets.ID, DeviceEntry.of(LaserTargets.ID, "itla", Map.of("main", url)));
    Hal hal = Hal.open(new Bench("pty", devices, Map.of(), java.util.List.of()));
    LaserTarget.Cable cable =
        new LaserTarget.Cable() {
          @Override
          public void unplug() {
            emulation.faults().unplug(LaserTargets.ID);
          }

          @Override
          public void replug() {
            emulation.faults().replug(LaserTargets.ID);
            Path link = directory.resolve(LaserTargets.ID);
            for (int i = 0; i < 200 && !Files.exists(link); i++) {
              clock.sleep(Duration.ofMillis(10)); // its thread makes the new pty
            }
          }
        };
    return new LaserTarget(
        "itla on a pty",
        hal.device(LaserTargets.ID),
        clock,
        hal.taps(),
        Optional.of(emulation.truth()),
        Optional.of(cable),
        LaserTargets.itlaLimits(clock),
        () -> {
          hal.close();
          emulation.close();
        });
  }
}
