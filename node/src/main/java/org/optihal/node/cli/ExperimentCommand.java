package org.optihal.node.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.Experiment;
import org.optihal.hal.error.ErrorContext;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.quantity.UnitText;
import org.optihal.node.experiment.ExperimentFiles;
import org.optihal.node.experiment.ExperimentResult;
import org.optihal.node.experiment.ExperimentRun;
import org.optihal.node.report.JsonReport;
import org.optihal.node.report.ReportPage;
import org.optihal.node.report.TextReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "experiment",
    synopsisSubcommandLabel = "(list | run)",
    description = {
      "Runs published experiments as benches, in virtual time, and compares with what was published.",
      "An experiment is a bench file with a section 'experiment'."
    })
final class ExperimentCommand {
  /** Publications are cut off after so many letters in the list; JSON has all of them. */
  private static final int WIDTH = 60;

  private final Shell shell;

  @Spec CommandSpec spec = CommandSpec.create();

  ExperimentCommand(Shell shell) {
    this.shell = shell;
  }

  @Command(name = "list", description = "Shows the experiments that come with the program.")
  int list(@Mixin JsonOption json) {
    Output out = new Output(shell, json.json);
    Table table = new Table("EXPERIMENT", "TITLE", "DURATION", "DRIVERS", "MODELS", "PUBLICATION");
    for (Path file : ExperimentFiles.installed().all()) {
      try {
        Bench bench = ExperimentFiles.load(file);
        bench.experiment().ifPresent(e -> row(ExperimentFiles.name(file), bench, e, table, out));
      } catch (HalException e) {
        out.failure(e);
      }
    }
    out.table(table);
    return out.exitCode();
  }

  private static void row(String name, Bench bench, Experiment e, Table table, Output out) {
    int devices = bench.devices().size();
    int elements = bench.elements().size();
    table.row(
        name,
        e.title(),
        TextReport.duration(e.duration()),
        Integer.toString(devices),
        Integer.toString(elements),
        shortened(e.publication()));
    out.object(
        Json.object(
            "experiment",
            name,
            "title",
            e.title(),
            "durationSeconds",
            e.duration().toNanos() / 1e9,
            "devicesThroughDrivers",
            devices,
            "classModels",
            elements,
            "publication",
            e.publication()));
  }

  private static String shortened(String text) {
    return text.length() <= WIDTH ? text : text.substring(0, WIDTH - 1).stripTrailing() + "…";
  }

  @Command(
      name = "run",
      description = {
        "Runs an experiment and prints a verdict for each published figure.",
        "Exit code 1 when a figure is not reproduced, or something was damaged. The same seed gives the"
            + " same output, byte for byte."
      })
  int run(
      @Parameters(paramLabel = "NAME", description = "Its name, or the path of a bench file.")
          String name,
      @Option(
              names = "--duration",
              paramLabel = "DURATION",
              description = "Simulated time, such as 8h or 30min (default: that of the file).")
          @Nullable String duration,
      @Option(
              names = "--seed",
              paramLabel = "N",
              defaultValue = "1",
              description = "Seed of all random numbers (default: ${DEFAULT-VALUE}).")
          long seed,
      @Option(
              names = "--report",
              paramLabel = "DIR",
              description = "Write DIR/<name>.html, a page with plots that opens offline.")
          @Nullable Path report,
      @Mixin JsonOption json) {
    Output out = new Output(shell, json.json);
    if (seed < 0) {
      throw usage("--seed is 0 or more, not " + seed);
    }
    Path file =
        ExperimentFiles.isPath(name) ? Path.of(name) : ExperimentFiles.installed().named(name);
    String id = ExperimentFiles.name(file);
    Bench bench = ExperimentFiles.load(file);
    Experiment experiment =
        bench
            .experiment()
            .orElseThrow(
                () ->
                    HalException.configuration("the bench file " + name + " has no experiment")
                        .advise("'optihal experiment list' shows which do"));
    Duration length = duration == null ? experiment.duration() : parse(duration);
    if (report != null) {
      prepare(report);
    }
    ProgressLine progress = new ProgressLine(shell.err(), shell.clock(), ProgressLine.isTerminal());
    ExperimentResult result;
    try {
      result = ExperimentRun.run(id, bench, length, seed, progress::at);
    } finally {
      progress.end();
    }
    print(result, out);
    if (report != null) {
      write(report.resolve(id + ".html"), ReportPage.html(result));
    }
    return result.isGood() ? out.exitCode() : ExitCode.FAILED;
  }

  private Duration parse(String text) {
    Duration length;
    try {
      length = UnitText.duration(text);
    } catch (HalException e) {
      throw usage("--duration: " + e.getMessage());
    }
    if (length.isNegative() || length.isZero()) {
      throw usage("--duration is above zero, not " + text);
    }
    return length;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.subcommands().get("run"), message);
  }

  private static void print(ExperimentResult result, Output out) {
    TextReport.head(result).forEach(out::text);
    print(TextReport.figureHeader(), TextReport.figures(result), out);
    print(TextReport.meterHeader(), TextReport.meters(result), out);
    TextReport.warnings(result).forEach(out::text);
    out.object(JsonReport.object(result));
  }

  private static void print(List<String> header, List<List<String>> rows, Output out) {
    if (!rows.isEmpty()) {
      Table table = new Table(header.toArray(String[]::new));
      rows.forEach(row -> table.row(row.toArray(String[]::new)));
      out.table(table);
      out.text("");
    }
  }

  /** Before the run: nobody wants to learn after it that there is no place for its report. */
  private static void prepare(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw notWritable(directory, e);
    }
    if (!Files.isWritable(directory)) {
      throw notWritable(directory, null);
    }
  }

  private static void write(Path file, String page) {
    try {
      Files.writeString(file, page, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw notWritable(file, e);
    }
  }

  private static HalException notWritable(Path path, @Nullable IOException cause) {
    return new HalException(
            Kind.NO_PERMISSION,
            Outcome.NOT_APPLICABLE,
            "the report cannot be written to " + path,
            ErrorContext.NONE,
            cause)
        .advise("name a directory that you may write to");
  }
}
