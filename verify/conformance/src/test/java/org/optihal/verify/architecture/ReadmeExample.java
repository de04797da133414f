package org.optihal.verify.architecture;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.optihal.config.BenchFile;
import org.optihal.config.LinksRequired;
import org.optihal.hal.Drivers;
import org.optihal.hal.Hal;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.device.Access;
import org.optihal.hal.device.Device;
import org.optihal.hal.laser.TunableLaser;
import org.optihal.hal.operation.Milestone;
import org.optihal.hal.quantity.UnitText;

/** The program in the README, which is compared with this one. */
final class ReadmeExample {
  private ReadmeExample() {}

  static void tune(Path file, HalClock clock, Deadline deadline, PrintStream out) {
    // README
    Bench bench = BenchFile.load(file, Drivers.installed(), LinksRequired.NO, List.of());
    try (Hal hal = Hal.emulate(bench, 1, clock)) { // the real devices: Hal.open(bench)
      Device device = hal.device("tx-laser");
      device.connect(Access.CONTROL, deadline);
      TunableLaser laser = device.as(TunableLaser.class);
      laser.frequency().apply(UnitText.frequency("193.1 THz")).await(Milestone.SETTLED, deadline);
      laser.power().apply(UnitText.power("10 dBm")).await(Milestone.SETTLED, deadline);
      laser.enabled().apply(true).await(Milestone.SETTLED, deadline);
      out.println(laser.light().read().value()); // EMITTING: what a sensor saw
      out.println(device.makeSafe(deadline).text()); // who looked for light, and its floor
    }
    // end
  }
}
