package org.optihal.node.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.error.HalException;
import org.optihal.node.calc.CalcCommand;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** All commands, and how their failures are told. */
@Command(
    name = "optihal",
    description = "Lasers, modulators, detectors and switches of an optical node.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 ok, 1 refused or failed, 2 usage, 3 configuration, 4 not found, no permission or"
          + " in use, 5 timeout or disconnected, 6 interlocked, 130 interrupted."
    })
final class Cli {
  private static final int HELP_WIDTH = 100;
  private static final String HELP = "Show this help.";

  /** Read by logback.xml, before the first logger exists. */
  private static final String LOG_LEVEL = "optihal.log.level";

  private static final String LOG_STACK = "optihal.log.stack";

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Log what devices and links do, on standard error.")
  boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = HELP)
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  boolean version;

  private Cli() {}

  static CommandLine create(Shell shell) {
    Cli cli = new Cli();
    CommandLine line = new CommandLine(cli);
    Stream.of(
            new RunCommand(shell),
            new EmulateCommand(shell),
            new ListCommand(shell),
            new GetCommand(shell),
            new SetCommand(shell),
            new ActCommand(shell),
            new WatchCommand(shell),
            new TraceCommand(shell),
            new ScanCommand(shell),
            new MakeSafeCommand(shell),
            new DoctorCommand(shell),
            new ExperimentCommand(shell),
            CalcCommand.create((json, lines, object) -> print(shell, json, lines, object)))
        .map(Cli::withHelp)
        .forEach(line::addSubcommand);
    line.addSubcommand(new HelpCommand()).addSubcommand(new GenerateCompletion());
    String version = Cli.class.getPackage().getImplementationVersion();
    line.getCommandSpec().version("optihal " + (version == null ? "(built from source)" : version));
    line.setUsageHelpWidth(HELP_WIDTH);
    line.setOut(new PrintWriter(shell.out(), true, UTF_8));
    line.setErr(new PrintWriter(shell.err(), true, UTF_8));
    line.setParameterExceptionHandler((e, args) -> usage(shell, e, args));
    line.setExecutionExceptionHandler((e, at, parsed) -> failed(shell, e, parsed));
    line.setExecutionStrategy(
        parsed -> {
          configureLog(cli, parsed, shell);
          return new CommandLine.RunLast().execute(parsed);
        });
    return line;
  }

  private static CommandLine withHelp(Object command) {
    CommandLine line = new CommandLine(command);
    addHelp(line);
    // A value may be negative; 'set' itself refuses options that nobody knows.
    return line.setUnmatchedOptionsArePositionalParams(command instanceof SetCommand);
  }

  private static void addHelp(CommandLine line) {
    line.getCommandSpec()
        .addOption(OptionSpec.builder("-h", "--help").usageHelp(true).description(HELP).build());
    line.getSubcommands().values().forEach(Cli::addHelp);
  }

  private static void print(
      Shell shell, boolean json, List<String> lines, Map<String, @Nullable Object> object) {
    Output out = new Output(shell, json);
    lines.forEach(out::text);
    out.object(object);
  }

  private static void configureLog(Cli cli, ParseResult parsed, Shell shell) {
    boolean runs = parsed.hasSubcommand() && parsed.subcommand().commandSpec().name().equals("run");
    System.setProperty(LOG_LEVEL, cli.verbose ? "DEBUG" : runs ? "INFO" : "WARN");
    System.setProperty(LOG_STACK, shell.debug() ? "%ex" : "%nopex");
  }

  private static int usage(Shell shell, ParameterException e, String[] args) {
    if (args.length == 0) {
      e.getCommandLine().usage(shell.err());
      return ExitCode.USAGE;
    }
    String message = e.getMessage() == null ? "" : e.getMessage();
    String line = Output.printable(message.replaceFirst("^Error: ", ""));
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    if (Arrays.asList(args).contains("--json")) {
      shell
          .out()
          .println(
              Json.line(
                  Json.object(
                      "error",
                      Json.object(
                          "kind",
                          "usage",
                          "outcome",
                          "not-sent",
                          "device",
                          null,
                          "link",
                          null,
                          "message",
                          line,
                          "advice",
                          command + " --help"))));
    }
    shell.complain(line + ": see '" + command + " --help'", e);
    return ExitCode.USAGE;
  }

  private static int failed(Shell shell, Exception e, ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    boolean json = last.hasMatchedOption("--json");
    if (e instanceof HalException h) {
      Output out = new Output(shell, json);
      out.failure(h);
      return out.exitCode();
    }
    shell.bug(e.toString(), e);
    return ExitCode.FAILED;
  }
}
