package org.optihal.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Experiments on the command line: output, exit codes, and what is refused. */
final class ExperimentCommandTest {
  @TempDir Path dir;
  private Path bench = Path.of("");

  @BeforeEach
  void write() throws Exception {
    bench =
        Files.writeString(
            dir.resolve("trial.yaml"),
            """
            version: 1
            devices: {}
            elements:
              laser: {kind: cw-source, frequency: 193.1 THz, power: 0 dBm}
              span: {kind: fibre, length: 10 km, attenuation: 0.2 dB/km}
              meter: {kind: power-monitor}
            wiring: [laser/out -> span -> meter/in]
            experiment:
              title: Loss of a fibre
              publication: a data sheet
              duration: 10 min
              sample: 10 s
              meters: {loss: {kind: loss, source: laser, at: meter/in}}
              figures:
                - {name: loss, of: loss.loss, published: 2 dB, tolerance: 0.1 dB, basis: published}
            """);
  }

  private CliRun run(String... more) {
    List<String> args = new ArrayList<>(List.of("experiment", "run", bench.toString()));
    args.addAll(List.of(more));
    return CliRun.of(args.toArray(String[]::new));
  }

  private void change(String from, String to) throws Exception {
    Files.writeString(bench, Files.readString(bench).replace(from, to));
  }

  @Test
  void aRunPrintsItsVerdicts() {
    CliRun run = run();

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.outLines()).startsWith("trial: Loss of a fibre", "a data sheet");
    assertThat(run.out())
        .containsPattern("(?m)^loss +2 dB +0.1 dB +2.00 dB +reproduced +- +published$")
        .contains("0 devices through drivers, 3 elements as class models");
  }

  @Test
  void progressGoesToStandardErrorInTenths() {
    CliRun run = run();

    assertThat(run.errLines()).hasSize(10);
    assertThat(run.errLines().get(9)).startsWith("100 %, 10 min simulated, 0 s left");
  }

  @Test
  void whatIsNotReproducedMakesTheExitCodeOne() throws Exception {
    change("published: 2 dB", "published: 3 dB");

    CliRun run = run();

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("not reproduced");
  }

  @Test
  void jsonIsOneObjectWithEverything() {
    CliRun run = run("--json", "--duration", "20 s", "--seed", "5");

    assertThat(run.code()).isZero();
    assertThat(run.outLines()).hasSize(1);
    assertThat(run.out())
        .startsWith("{\"experiment\":\"trial\",")
        .contains("\"seed\":5,\"durationSeconds\":20.0")
        .contains("\"verdict\":\"reproduced\"")
        .contains("\"values\":[1.99")
        .doesNotContain(dir.toString());
  }

  @Test
  void theReportIsAPageNamedAfterTheExperiment() throws Exception {
    Path report = dir.resolve("a/b");

    assertThat(run("--report", report.toString()).code()).isZero();

    assertThat(Files.readString(report.resolve("trial.html")))
        .startsWith("<!DOCTYPE html>")
        .contains("Loss of a fibre")
        .doesNotContain(dir.toString());
  }

  @Test
  void aReportThatHasNoPlaceIsRefusedBeforeTheRun() throws Exception {
    Path file = Files.writeString(dir.resolve("taken"), "");

    CliRun run = run("--report", file.toString());

    assertThat(run.code()).isEqualTo(4);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains("the report cannot be written");
  }

  @Test
  void wrongOptionsAreUsageErrors() {
    for (List<String> wrong :
        List.of(
            List.of("--seed", "-1"),
            List.of("--seed", "x"),
            List.of("--duration", "8"),
            List.of("--duration", "0 s"),
            List.of("--duration", "-8h"))) {
      CliRun run = run(wrong.toArray(String[]::new));
      assertThat(run.code()).as("%s", wrong).isEqualTo(2);
      assertThat(run.errLines()).as("%s", wrong).hasSize(1);
      assertThat(run.err()).contains("see 'optihal experiment run --help'");
    }
  }

  @Test
  void anUnknownExperimentIsNotFound() {
    CliRun run = CliRun.of("experiment", "run", "no-such-experiment", "--json");

    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err()).contains("there is no experiment 'no-such-experiment'");
    assertThat(run.out()).startsWith("{\"error\":{\"kind\":\"not-found\"");
  }

  @Test
  void aBenchWithoutAnExperimentIsRefused() throws Exception {
    String text = Files.readString(bench);
    Files.writeString(bench, text.substring(0, text.indexOf("experiment:")));

    CliRun run = run();

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("has no experiment");
  }

  @Test
  void whatIsWrongInTheFileIsToldWithItsPlace() throws Exception {
    change("of: loss.loss", "of: loss.los");

    CliRun run = run();

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("trial.yaml:15").contains("it gives: loss delay");
  }

  @Test
  void theListShowsExperimentsAlone() {
    CliRun run = CliRun.of("experiment", "list");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.outLines().get(0)).startsWith("EXPERIMENT");
    assertThat(run.out()).doesNotContain("first-light");
    assertThat(
            Files.exists(
                Path.of(Objects.requireNonNull(System.getProperty("project.root")), "benches")))
        .isTrue();
  }
}
