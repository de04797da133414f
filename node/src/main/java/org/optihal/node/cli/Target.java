package org.optihal.node.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.Drivers;
import org.optihal.hal.Hal;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.hal.point.Address;
import org.optihal.hal.spi.DriverProvider;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which hardware a command means: that of a bench file, or one device by its URL. */
final class Target {
  /** Id of a device that is given by its URL. */
  static final String DEVICE = "device";

  @ArgGroup(exclusive = false, multiplicity = "1")
  @Nullable BenchFile benchFile;

  @ArgGroup(exclusive = false, multiplicity = "1")
  @Nullable Single single;

  /** The devices of a bench file. */
  static final class BenchFile {
    @Option(
        names = "--bench",
        required = true,
        paramLabel = "FILE",
        description = "The bench file that names the devices.")
    Path file = Path.of("");

    @Option(
        names = "--emulate",
        description = "Emulate all devices of the bench instead of reaching for hardware.")
    boolean emulate;

    @Option(
        names = "--seed",
        paramLabel = "N",
        defaultValue = "1",
        description = "Seed of the emulation's random numbers (default: ${DEFAULT-VALUE}).")
    long seed;

    Hal open(Shell shell) {
      return open(shell, UnaryOperator.identity());
    }

    private Hal open(Shell shell, UnaryOperator<DeviceEntry> change) {
      Bench bench = Benches.change(Benches.load(file, emulate, List.of()), change);
      return emulate ? Hal.emulate(bench, seed, shell.clock()) : Hal.open(bench);
    }
  }

  /** One device without a bench file. */
  static final class Single {
    @Option(
        names = "--url",
        required = true,
        paramLabel = "URL",
        description =
            "Where the device is, such as serial:///dev/serial/by-id/usb-X?baud=9600 or"
                + " tcp://host:5025.")
    String url = "";

    @Option(
        names = "--driver",
        required = true,
        paramLabel = "CODE",
        description = "Its driver; 'optihal list' shows which there are.")
    String driver = "";

    @Option(
        names = "--option",
        paramLabel = "KEY=VALUE",
        description = "An option of the driver; may be repeated.")
    Map<String, String> options = Map.of();
  }

  boolean isSingle() {
    return single != null;
  }

  /** What the person wrote after the options, as addresses of the bench. */
  Selection select(List<String> texts) {
    return new Selection(texts.stream().map(this::address).toList());
  }

  /** With {@code --url} a point needs no device: {@code frequency} or {@code voa.attenuation}. */
  Address address(String text) {
    boolean whole = !isSingle() || text.equals(DEVICE) || text.startsWith(DEVICE + ".");
    return Address.parse(whole ? text : DEVICE + (text.indexOf('.') < 0 ? "." : "/") + text);
  }

  Hal open(Shell shell, UnaryOperator<DeviceEntry> change) {
    BenchFile b = benchFile;
    if (b != null) {
      return b.open(shell, change);
    }
    return Hal.open(Benches.change(singleBench(), change));
  }

  Hal open(Shell shell) {
    return open(shell, UnaryOperator.identity());
  }

  private Bench singleBench() {
    Single s = single;
    if (s == null) {
      throw new IllegalStateException("the command line needs a target");
    }
    DriverProvider driver = Drivers.installed().named(s.driver);
    String link = driver.links().isEmpty() ? "main" : driver.links().get(0).name();
    DeviceEntry plain = DeviceEntry.of(DEVICE, s.driver, Map.of(link, DeviceUrl.parse(s.url)));
    DeviceEntry entry =
        new DeviceEntry(
            plain.id(),
            plain.driver(),
            plain.links(),
            plain.uses(),
            plain.identity(),
            Benches.checked(driver, s.options),
            plain.limits(),
            plain.onStop(),
            plain.onLinkLoss());
    return new Bench("command-line", Map.of(DEVICE, entry), Map.of(), List.of());
  }
}
