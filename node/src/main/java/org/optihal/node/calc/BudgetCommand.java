package org.optihal.node.calc;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.optihal.config.BenchFile;
import org.optihal.config.LinksRequired;
import org.optihal.hal.Drivers;
import org.optihal.hal.Hal;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.error.HalException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "budget",
    description = {
      "The link budget of a bench file, term by term.",
      "For each detector, and where light leaves the bench: the way of each source's light with the"
          + " loss of every stop, and the noise by cause. The bench is emulated, as it is when its"
          + " experiment begins."
    })
final class BudgetCommand implements Callable<Integer> {
  private static final Duration HANG_LIMIT = Duration.ofMinutes(5);

  private final CalcCommand.Printer printer;

  @Parameters(paramLabel = "BENCH", description = "The bench file; links need not be written.")
  Path file = Path.of("");

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the emulation's random numbers (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(names = "--json", description = "Print one JSON object per detector instead of text.")
  boolean json;

  BudgetCommand(CalcCommand.Printer printer) {
    this.printer = printer;
  }

  @Override
  public Integer call() throws Exception {
    Bench bench = BenchFile.load(file, Drivers.installed(), LinksRequired.NO, List.of());
    List<LinkBudget> budgets = budgets(bench);
    if (budgets.isEmpty()) {
      throw HalException.configuration(
          "no source of " + file + " is wired to a detector or to the outside");
    }
    for (LinkBudget budget : budgets) {
      BudgetView view = new BudgetView(budget);
      printer.print(json, view.lines(), view.object());
    }
    return CommandLine.ExitCode.OK;
  }

  private List<LinkBudget> budgets(Bench bench) throws Exception {
    VirtualClock clock = new VirtualClock(HANG_LIMIT);
    return clock.call(
        () -> {
          try (Hal hal = Hal.emulate(bench, seed, clock)) {
            Bench begun = BudgetSetup.carryOut(hal, bench);
            return LinkBudget.of(begun, hal.emulation().orElseThrow().truth());
          }
        });
  }
}
