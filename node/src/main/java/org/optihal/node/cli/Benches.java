package org.optihal.node.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.optihal.config.BenchFile;
import org.optihal.config.LinksRequired;
import org.optihal.hal.Drivers;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.bench.DeviceEntry.StopPolicy;
import org.optihal.hal.error.HalException;
import org.optihal.hal.spi.DriverProvider;
import org.optihal.hal.spi.OptionDeclaration;

/** Bench files as commands use them. */
final class Benches {
  private Benches() {}

  /**
   * Reads a bench file.
   *
   * @param settings {@code device.key=value}, above what the file says
   */
  static Bench load(Path file, boolean emulate, List<String> settings) {
    return BenchFile.load(
        file, Drivers.installed(), emulate ? LinksRequired.NO : LinksRequired.YES, settings);
  }

  static Bench change(Bench bench, UnaryOperator<DeviceEntry> change) {
    Map<String, DeviceEntry> devices = new LinkedHashMap<>();
    bench.devices().forEach((id, entry) -> devices.put(id, change.apply(entry)));
    return new Bench(bench.node(), devices, bench.elements(), bench.wiring());
  }

  /** A short command leaves behind what it set: what happens on stop is the daemon's business. */
  static DeviceEntry held(DeviceEntry e) {
    return new DeviceEntry(
        e.id(),
        e.driver(),
        e.links(),
        e.uses(),
        e.identity(),
        e.options(),
        e.limits(),
        StopPolicy.HOLD,
        e.onLinkLoss(),
        e.emulator());
  }

  /** Options that the driver knows, with values that it can read. */
  static Map<String, String> checked(DriverProvider driver, Map<String, String> options) {
    List<String> known = driver.options().stream().map(OptionDeclaration::name).toList();
    for (String name : options.keySet()) {
      if (!known.contains(name)) {
        throw HalException.configuration(
                "driver " + driver.code() + " has no option '" + name + "'")
            .advise(known.isEmpty() ? "it has none" : "it has: " + String.join(" ", known));
      }
    }
    for (OptionDeclaration<?> option : driver.options()) {
      Object unused = option.from(options);
    }
    return options;
  }
}
