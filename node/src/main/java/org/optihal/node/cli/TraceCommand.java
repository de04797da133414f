package org.optihal.node.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.Hal;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.device.Access;
import org.optihal.hal.device.Device;
import org.optihal.hal.error.ErrorContext;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.link.WireTraceWriter;
import org.optihal.hal.link.WireTraceWriter.Redaction;
import org.optihal.hal.point.Sensor;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "trace",
    description = {
      "Shows the bytes on the wire while points are read: '>' goes to the device, '<' comes from it.",
      "Reads everything once, or again and again with --for. Only asks, like 'get'."
    })
final class TraceCommand implements Callable<Integer> {
  private final Shell shell;

  @ArgGroup(multiplicity = "1")
  Target target = new Target();

  @Mixin Period period = new Period();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the trace to a new file that only you can read, not to standard output.")
  @Nullable Path file;

  @Parameters(paramLabel = "ADDRESS", description = "As for 'get'.")
  List<String> addresses = List.of();

  TraceCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Output out = new Output(shell, false);
    Selection selection = target.select(addresses);
    try (LiveBench bench = new LiveBench(shell, target.open(shell));
        WireTraceWriter writer = writer(bench.hal().clock())) {
      Hal hal = bench.hal();
      hal.taps().tap(writer);
      List<Sensor<?>> sensors = new ArrayList<>();
      for (Device d : Connector.connect(hal, selection.devices(hal), Access.OBSERVE, out)) {
        sensors.addAll(selection.sensors(hal, d));
      }
      boolean stopped = loop(hal.clock(), sensors, out);
      hal.taps().tap(null);
      return stopped ? ExitCode.INTERRUPTED : out.exitCode();
    } catch (IOException e) {
      throw new HalException(
          Kind.NOT_FOUND,
          Outcome.NOT_APPLICABLE,
          "the trace cannot be written: " + e.getMessage(),
          ErrorContext.NONE,
          e);
    }
  }

  private WireTraceWriter writer(HalClock clock) throws IOException {
    Path path = file;
    return path == null
        ? new WireTraceWriter(new Unclosed(shell.out()), clock, Redaction.NONE)
        : WireTraceWriter.create(path, clock, Redaction.NONE);
  }

  /** Returns whether it was told to stop before it was done. */
  private boolean loop(HalClock clock, List<Sensor<?>> sensors, Output out) {
    Deadline end = period.end(clock);
    do {
      for (Sensor<?> s : sensors) {
        try {
          s.read();
        } catch (HalException e) {
          out.failure(e.at(s.address().device()));
        }
      }
      if (period.duration == null || out.isBroken()) {
        return false;
      }
      if (shell.stop().await(clock, Deadline.in(clock, period.every).earlier(end))) {
        return true;
      }
    } while (!end.hasPassed(clock));
    return false;
  }

  /** Standard output outlives the trace. */
  private record Unclosed(Appendable to) implements Appendable {
    @Override
    public Appendable append(CharSequence text) throws IOException {
      return to.append(text);
    }

    @Override
    public Appendable append(CharSequence text, int start, int end) throws IOException {
      return to.append(text, start, end);
    }

    @Override
    public Appendable append(char c) throws IOException {
      return to.append(c);
    }
  }
}
