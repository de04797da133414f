package org.optihal.node.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.optihal.hal.Hal;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.device.Device;
import org.optihal.hal.error.HalException;
import org.optihal.hal.event.Events;
import org.optihal.hal.event.HalEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "run",
    description = {
      "Connects all devices of a bench and shows what they do, until told to stop.",
      "A device that cannot be connected is tried again while the others go on. At the end each"
          + " device is left as its on-stop says: SAFE (the default) makes it safe first."
    })
final class RunCommand implements Callable<Integer> {
  /** How late an event or Ctrl-C may be noticed. */
  private static final Duration TICK = Duration.ofMillis(100);

  private final Shell shell;

  @Parameters(paramLabel = "BENCH", description = "The bench file.")
  Path file = Path.of("");

  @Option(
      names = "--emulate",
      description = "Emulate all devices instead of reaching for hardware.")
  boolean emulate;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the emulation's random numbers (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(
      names = "--set",
      paramLabel = "DEVICE.KEY=VALUE",
      description =
          "Above what the bench file says: an option of the device's driver, on-stop, on-link-loss, or"
              + " a key of a section such as links.main; may be repeated.")
  List<String> settings = List.of();

  @Mixin Period period = new Period();
  @Mixin JsonOption json = new JsonOption();

  RunCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Output out = new Output(shell, json.json);
    Bench bench = Benches.load(file, emulate, settings);
    Hal opened = emulate ? Hal.emulate(bench, seed, shell.clock()) : Hal.open(bench);
    Events.Subscription events = opened.events().subscribe();
    try (LiveBench live = new LiveBench(shell, opened);
        Attendants attendants = new Attendants(live.hal(), period.every, out)) {
      live.afterwards(() -> drain(live.hal(), events, out)); // what making safe achieved
      boolean stopped = follow(live.hal(), events, attendants, out);
      for (HalException e : attendants.failures()) {
        out.failed(ExitCode.of(e.kind()));
      }
      for (Throwable bug : live.hal().pollFailures()) {
        shell.bug("a poll failed: " + bug, bug);
        out.failed(ExitCode.FAILED);
      }
      return stopped ? ExitCode.INTERRUPTED : out.exitCode();
    }
  }

  /** Returns whether it was told to stop before its time was over. */
  private boolean follow(Hal hal, Events.Subscription events, Attendants attendants, Output out) {
    HalClock clock = hal.clock();
    Deadline end = period.end(clock);
    Deadline patience = Deadline.in(clock, Connector.PATIENCE.plusSeconds(1));
    boolean introduced = false;
    while (!shell.stop().isRequested() && !out.isBroken()) {
      events.next(Deadline.in(clock, TICK).earlier(end)).ifPresent(e -> print(e, out));
      boolean last = end.hasPassed(clock);
      if (!introduced && (attendants.haveTriedAll() || patience.hasPassed(clock) || last)) {
        introduce(hal, attendants.changes(), out);
        introduced = true;
      } else if (introduced) {
        attendants.changes().forEach(o -> print(o, out));
      }
      if (last) {
        return false;
      }
    }
    return shell.stop().isRequested();
  }

  private static void drain(Hal hal, Events.Subscription events, Output out) {
    Deadline now = new Deadline(hal.clock().nanos());
    for (Optional<HalEvent> e = events.next(now); e.isPresent(); e = events.next(now)) {
      print(e.get(), out);
    }
  }

  private static void introduce(Hal hal, List<Observation<?>> readings, Output out) {
    Table devices = DeviceView.table();
    for (Device d : hal.devices()) {
      DeviceView view = DeviceView.of(hal.bench(), d);
      view.addTo(devices);
      out.object(view.json());
    }
    out.table(devices);
    if (!readings.isEmpty()) {
      Table points = new Table("POINT", "READING");
      readings.forEach(o -> points.row(o.address().toString(), o.text()));
      out.table(points);
    }
    readings.forEach(o -> out.object(o.json()));
  }

  private static void print(Observation<?> o, Output out) {
    out.result(
        Observation.timeOfDay(o.reading().time()) + "  " + o.address() + "  " + o.text(), o.json());
  }

  private static void print(HalEvent e, Output out) {
    out.result(
        Observation.timeOfDay(e.time()) + "  " + e.device() + "  " + e.text(),
        Json.object(
            "event", e.getClass().getSimpleName(),
            "time", e.time(),
            "device", e.device(),
            "text", e.text()));
  }
}
