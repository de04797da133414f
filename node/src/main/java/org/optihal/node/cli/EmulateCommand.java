package org.optihal.node.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.Hal;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.error.HalException;
import org.optihal.hal.spi.Emulation;
import org.optihal.hal.spi.Emulation.Endpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "emulate",
    description = {
      "Serves the devices of a bench as emulators to any program, until told to stop.",
      "Prints where each is reached, then one line 'ready'. With --json the endpoints are one JSON"
          + " line; lines on standard input are then control commands ('help' lists them), each"
          + " answered by one JSON line, and the end of the input ends the emulation."
    })
final class EmulateCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(
      paramLabel = "BENCH",
      description = "The bench file; links need not be written in it.")
  Path file = Path.of("");

  @Option(
      names = "--links",
      paramLabel = "DIR",
      description = "Make DIR/<device> a symbolic link to each pseudo-terminal.")
  @Nullable Path directory;

  @Option(names = "--tcp", description = "Serve each link on a free TCP port of 127.0.0.1 too.")
  boolean tcp;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of all random numbers (default: ${DEFAULT-VALUE}).")
  long seed;

  @Mixin JsonOption json = new JsonOption();

  private volatile boolean inputEnded;

  EmulateCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Output out = new Output(shell, json.json);
    Hal hal = Hal.emulate(Benches.load(file, true, List.of()), seed, shell.clock());
    try (LiveBench live = new LiveBench(shell, hal)) {
      Emulation emulation = hal.emulation().orElseThrow();
      print(hal.bench().node(), emulation.serve(Optional.ofNullable(directory), tcp), out);
      shell.out().println("ready");
      if (json.json) {
        hal.clock().spawn("control", () -> control(emulation, out));
      }
      shell.stop().await(hal.clock(), new Deadline(Deadline.FOREVER));
    }
    return inputEnded ? out.exitCode() : ExitCode.INTERRUPTED;
  }

  /** An endpoint without a device is the control channel. */
  private void print(String node, List<Endpoint> endpoints, Output out) {
    Table table = new Table("DEVICE", "LINK", "URL");
    endpoints.forEach(e -> table.row(e.device(), e.link(), e.url()));
    out.table(table);
    out.object(
        Json.object(
            "node",
            node,
            "seed",
            seed,
            "control",
            endpoints.stream()
                .filter(e -> e.device().isEmpty())
                .map(Endpoint::url)
                .findFirst()
                .orElse(null),
            "endpoints",
            endpoints.stream()
                .filter(e -> !e.device().isEmpty())
                .map(EmulateCommand::json)
                .toList()));
  }

  private static Map<String, @Nullable Object> json(Endpoint e) {
    return Json.object("device", e.device(), "link", e.link(), "url", e.url());
  }

  private void control(Emulation emulation, Output out) {
    try (ControlLines lines = new ControlLines(shell.in(), StandardCharsets.UTF_8)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        answer(emulation, line, out);
      }
    } catch (IOException e) {
      shell.complain("the control input cannot be read: " + e.getMessage(), e);
      out.failed(ExitCode.FAILED);
    } finally {
      inputEnded = true;
      shell.stop().request();
    }
  }

  private void answer(Emulation emulation, String line, Output out) {
    if (line.isBlank()) {
      return;
    }
    try {
      shell.out().println(emulation.control(line));
    } catch (HalException e) {
      out.warn(e);
    }
  }
}
