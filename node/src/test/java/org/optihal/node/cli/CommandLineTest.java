package org.optihal.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong command line is told in one line, with exit code 2, and nothing is touched. */
final class CommandLineTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "frobnicate",
        "get",
        "get --bench x.yaml --url fake:ok --driver fake-laser",
        "get --url fake:ok",
        "get --bench x.yaml --sed 1",
        "set --url fake:ok --driver fake-laser frequency",
        "set --url fake:ok --driver fake-laser frequency 1 THz --unguraded x",
        "set --url fake:ok --driver fake-laser --until never frequency 193.1 THz",
        "watch --url fake:ok --driver fake-laser --count many",
        "run",
        "emulate",
      })
  void aWrongCommandLineIsOneLine(String line) {
    FakeLaser.DIARY.clear();
    CliRun run = CliRun.of(line.split(" ", -1));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines()).hasSize(1).allMatch(l -> l.startsWith("optihal: "));
    assertThat(run.err()).contains("--help'");
    assertThat(FakeLaser.DIARY).isEmpty();
  }

  @Test
  void aWrongCommandLineIsAnObjectToo() {
    CliRun run = CliRun.of("get", "--json", "--frob");
    assertThat(run.out())
        .startsWith("{\"error\":{\"kind\":\"usage\",")
        .contains("\"advice\":\"optihal get --help\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--for 3 --bench x.yaml", "--every 1,5s --bench x.yaml"})
  void aDurationNeedsAUnit(String options) {
    CliRun run = CliRun.of(("watch " + options).split(" ", -1));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains("units: s ms");
  }

  @Test
  void withoutACommandTheHelpIsShown() {
    CliRun run = CliRun.of();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("Usage: optihal", "make-safe");
  }

  @Test
  void helpAndVersionAreResults() {
    assertThat(CliRun.of("--version").out()).startsWith("optihal ");
    for (String[] args : List.of(new String[] {"help", "set"}, new String[] {"set", "-h"})) {
      CliRun run = CliRun.of(args);
      assertThat(run.code()).isZero();
      assertThat(run.out()).startsWith("Usage: optihal set");
    }
  }
}
