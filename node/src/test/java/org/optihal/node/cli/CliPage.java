package org.optihal.node.cli;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.optihal.hal.clock.RealClock;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The reference page of the command line: an introduction, then each command's own help. */
final class CliPage {
  private CliPage() {}

  static String text() throws Exception {
    Shell shell =
        new Shell(
            System.out,
            System.err,
            InputStream.nullInputStream(),
            RealClock.get(),
            new Stop(),
            (serialPorts, last) -> {},
            false);
    StringBuilder page = new StringBuilder(introduction());
    for (CommandLine c : Cli.create(shell).getSubcommands().values()) {
      append(page, "## " + c.getCommandName(), c);
      if (!c.getCommandName().equals("calc")) { // has a page of its own
        c.getSubcommands()
            .forEach((name, sub) -> append(page, "### " + c.getCommandName() + " " + name, sub));
      }
    }
    return page.toString();
  }

  private static void append(StringBuilder page, String heading, CommandLine command) {
    page.append('\n').append(heading).append("\n\n```\n");
    command
        .getUsageMessage(Ansi.OFF)
        .lines()
        .forEach(line -> page.append(line.stripTrailing()).append('\n'));
    page.append("```\n");
  }

  private static String introduction() throws Exception {
    try (InputStream in =
        Objects.requireNonNull(CliPage.class.getResourceAsStream("/cli-page.md"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
