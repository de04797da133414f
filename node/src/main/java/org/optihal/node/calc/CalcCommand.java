package org.optihal.node.calc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The command {@code calc}, made from the table: one command below it for each calculator. */
public final class CalcCommand {
  private static final String JSON = "--json";

  /** Prints a result, for people or for machines. */
  @FunctionalInterface
  public interface Printer {
    void print(boolean json, List<String> lines, Map<String, @Nullable Object> object);
  }

  private CalcCommand() {}

  /** The command, without its help option. */
  public static CommandSpec create(Printer printer) {
    CommandSpec calc = CommandSpec.create().name("calc");
    calc.usageMessage()
        .description(
            "Calculates what a bench should show, with the formulas of the emulators.",
            "Each calculator prints its results, the defaults it used and its source.")
        .synopsisSubcommandLabel("CALCULATOR");
    Calculators.all().forEach(c -> calc.addSubcommand(c.name(), command(c, printer)));
    calc.addSubcommand("budget", new CommandLine(new BudgetCommand(printer)));
    return calc;
  }

  private static CommandLine command(Calculator calculator, Printer printer) {
    Run run = new Run(calculator, printer);
    CommandSpec spec = CommandSpec.wrapWithoutInspection(run).name(calculator.name());
    run.spec = spec;
    spec.usageMessage()
        .description(calculator.sentence(), "Source: " + calculator.source() + ".")
        .sortOptions(false);
    calculator.parameters().forEach(p -> spec.addOption(option(calculator, p)));
    spec.addOption(
        OptionSpec.builder(JSON)
            .type(boolean.class)
            .description("Print one JSON object with all digits instead of text.")
            .build());
    return new CommandLine(spec);
  }

  private static OptionSpec option(Calculator calculator, Parameter<?> p) {
    return OptionSpec.builder(p.option())
        .paramLabel(p.form().label())
        .type(String.class)
        .required(p.isRequired())
        .description(p.sentence() + calculator.note(p) + fallback(p))
        .build();
  }

  private static String fallback(Parameter<?> p) {
    return p.fallback() == null ? "" : " (default: " + p.fallback() + ")";
  }

  /** One calculator as picocli runs it. */
  private static final class Run implements Callable<Integer> {
    private final Calculator calculator;
    private final Printer printer;
    private CommandSpec spec = CommandSpec.create();

    Run(Calculator calculator, Printer printer) {
      this.calculator = calculator;
      this.printer = printer;
    }

    @Override
    public Integer call() {
      Answer answer;
      try {
        answer = calculator.answer(given());
      } catch (IllegalArgumentException e) {
        String message = String.valueOf(e.getMessage());
        throw new ParameterException(
            spec.commandLine(),
            message.startsWith("--") ? message : "the options are out of range: " + message,
            e);
      }
      boolean json = spec.commandLine().getParseResult().hasMatchedOption(JSON);
      printer.print(json, answer.lines(), answer.object());
      return CommandLine.ExitCode.OK;
    }

    private Map<String, String> given() {
      Map<String, String> given = new LinkedHashMap<>();
      for (OptionSpec option : spec.commandLine().getParseResult().matchedOptionsSet()) {
        if (option.getValue() instanceof String text) {
          given.put(option.longestName(), text);
        }
      }
      return given;
    }
  }
}
