package org.optihal.node.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.RealClock;

/** One command line, run inside the test: what it printed and how it ended. */
record CliRun(int code, String out, String err) {
  static CliRun of(String... args) {
    return of(new Stop(), RealClock.get(), "", args);
  }

  static CliRun of(Stop stop, HalClock clock, String input, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Shell shell =
        new Shell(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            clock,
            stop,
            (serialPorts, last) -> {},
            false);
    int code = Cli.create(shell).execute(args);
    return new CliRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** A command for the fake laser at a link such as {@code fake:ok}. */
  static CliRun fake(String command, String url, String... more) {
    List<String> args = new ArrayList<>(List.of(command, "--url", url, "--driver", "fake-laser"));
    args.addAll(List.of(more));
    return of(args.toArray(String[]::new));
  }

  List<String> outLines() {
    return out.lines().toList();
  }

  List<String> errLines() {
    return err.lines().toList();
  }
}
