package org.optihal.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.optihal.node.calc.Calculator;
import org.optihal.node.calc.Calculators;
import org.optihal.node.calc.Parameter;
import org.optihal.node.calc.Result;

/** The page of the calculators: an introduction, then each line of their table with an example. */
final class CalcPage {
  /** Two channels of an experiment: quantum light beside classical light in one fibre. */
  static final String BENCH = "/calc-bench.yaml";

  private CalcPage() {}

  static String text() throws Exception {
    StringBuilder page = new StringBuilder(introduction());
    for (Calculator c : Calculators.all()) {
      page.append("\n## ").append(c.name()).append("\n\n");
      page.append(c.sentence()).append(" Source: ").append(c.source()).append(".\n\n");
      options(page, c);
      results(page, c);
      example(page, c);
    }
    return page.toString();
  }

  /** A line of the table on the command line, as its own example has it. */
  static CliRun run(Calculator c, String... more) {
    List<String> args = new ArrayList<>(List.of("calc", c.name()));
    args.addAll(List.of(c.example().split(" ", -1)));
    args.addAll(List.of(more));
    return CliRun.of(args.toArray(String[]::new));
  }

  private static void options(StringBuilder page, Calculator c) {
    page.append("| option | value | default | |\n|---|---|---|---|\n");
    for (Parameter<?> p : c.parameters()) {
      String fallback = p.fallback();
      row(
          page,
          "`" + p.option() + "`",
          p.form().words(),
          fallback == null ? "" : "`" + fallback + "`",
          p.sentence() + c.note(p));
    }
  }

  private static void results(StringBuilder page, Calculator c) {
    page.append("\n| result | unit | |\n|---|---|---|\n");
    for (Result r : c.results()) {
      row(page, "`" + r.key() + "`", r.unit(), r.sentence());
    }
  }

  private static void row(StringBuilder page, String... cells) {
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static void example(StringBuilder page, Calculator c) {
    CliRun run = run(c);
    assertThat(run.err()).isEmpty();
    page.append("\n```\n$ optihal calc ").append(c.name()).append(' ').append(c.example());
    page.append('\n').append(run.out()).append("```\n");
  }

  private static String introduction() throws Exception {
    Path bench = Path.of(Objects.requireNonNull(CalcPage.class.getResource(BENCH)).toURI());
    CliRun run = CliRun.of("calc", "budget", bench.toString());
    assertThat(run.err()).isEmpty();
    try (InputStream in =
        Objects.requireNonNull(CalcPage.class.getResourceAsStream("/calc-page.md"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("BUDGET", run.out().stripTrailing() + "\n");
    }
  }
}
