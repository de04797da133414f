package org.optihal.node.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.error.ErrorContext;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "doctor",
    description = {
      "Looks whether this machine can reach the devices, and says what to do where it cannot.",
      "Opens no port and sends nothing. Exit code 4 when something must be mended."
    })
final class DoctorCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(
      names = "--bench",
      paramLabel = "FILE",
      description = "Look at the links of this bench; without, at all serial ports.")
  @Nullable Path bench;

  @Mixin JsonOption json = new JsonOption();

  DoctorCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Output out = new Output(shell, json.json);
    List<Finding> findings = new ArrayList<>();
    Doctor doctor = new Doctor(Path.of("/"));
    Path file = bench;
    try {
      findings.add(doctor.java());
      findings.addAll(doctor.natives());
      findings.add(doctor.modemManager());
      findings.addAll(
          file == null ? doctor.ports() : doctor.links(Benches.load(file, false, List.of())));
    } catch (IOException e) {
      throw new HalException(
          Kind.NO_PERMISSION,
          Outcome.NOT_APPLICABLE,
          "this machine cannot be looked at: " + e.getMessage(),
          ErrorContext.NONE,
          e);
    }
    print(findings, out);
    return out.exitCode();
  }

  private static void print(List<Finding> findings, Output out) {
    int width = findings.stream().mapToInt(f -> Table.width(f.subject())).max().orElse(0);
    for (Finding f : findings) {
      out.result(
          Table.pad(f.level().name().toLowerCase(Locale.ROOT), 6)
              + Table.pad(f.subject(), width + 2)
              + f.text(),
          f.json());
      if (!f.advice().isEmpty()) {
        out.text(" ".repeat(6) + "-> " + f.advice());
      }
      if (f.level() == Finding.Level.MEND) {
        out.failed(ExitCode.NOT_AVAILABLE);
      }
    }
  }
}
