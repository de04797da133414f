package org.optihal.node.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.optihal.hal.Hal;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.device.Access;
import org.optihal.hal.device.Device;
import org.optihal.hal.error.HalException;
import org.optihal.hal.point.Address;
import org.optihal.hal.point.Sensor;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "watch",
    description = "Reads points again and again, until told to stop. Only asks, like 'get'.")
final class WatchCommand implements Callable<Integer> {
  private final Shell shell;

  @ArgGroup(multiplicity = "1")
  Target target = new Target();

  @Mixin JsonOption json = new JsonOption();
  @Mixin Period period = new Period();

  @Option(names = "--count", paramLabel = "N", description = "Stop after N rounds.")
  long count = Long.MAX_VALUE;

  @Option(names = "--changes", description = "Leave out values that have not changed.")
  boolean changes;

  @Parameters(paramLabel = "ADDRESS", description = "As for 'get'.")
  List<String> addresses = List.of();

  private final Map<Address, String> printed = new HashMap<>();

  WatchCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Output out = new Output(shell, json.json);
    Selection selection = target.select(addresses);
    try (LiveBench bench = new LiveBench(shell, target.open(shell))) {
      Hal hal = bench.hal();
      List<Sensor<?>> sensors = new ArrayList<>();
      for (Device d : Connector.connect(hal, selection.devices(hal), Access.OBSERVE, out)) {
        sensors.addAll(selection.sensors(hal, d));
      }
      return !sensors.isEmpty() && loop(hal.clock(), sensors, out)
          ? ExitCode.INTERRUPTED
          : out.exitCode();
    }
  }

  /** Returns whether it was told to stop before it was done. */
  private boolean loop(HalClock clock, List<Sensor<?>> sensors, Output out) {
    Deadline end = period.end(clock);
    long next = clock.nanos();
    for (long round = 1; ; round++) {
      sensors.forEach(s -> show(s, clock, out));
      if (round >= count || out.isBroken()) {
        return false;
      }
      next = Math.max(next + period.every.toNanos(), clock.nanos()); // a late round is not made up
      if (shell.stop().await(clock, new Deadline(next).earlier(end))) {
        return true;
      }
      if (end.hasPassed(clock)) {
        return false;
      }
    }
  }

  private void show(Sensor<?> sensor, HalClock clock, Output out) {
    Observation<?> o = observe(sensor, clock, out);
    String text = o.text();
    boolean same = text.equals(printed.put(o.address(), text));
    if (!(changes && same)) {
      out.result(
          Observation.timeOfDay(o.reading().time()) + " " + o.address() + " " + text, o.json());
    }
  }

  private static Observation<?> observe(Sensor<?> sensor, HalClock clock, Output out) {
    try {
      return Observation.read(sensor);
    } catch (HalException e) {
      out.failed(ExitCode.of(e.kind()));
      return Observation.failed(sensor, clock, e);
    }
  }
}
