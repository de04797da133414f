package org.optihal.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The list shows what is installed, and what a bench has. */
final class ListCommandTest {
  private final JsonMapper json = new JsonMapper();

  @BeforeEach
  void forget() {
    FakeLaser.DIARY.clear();
  }

  @Test
  void aDriverIsDescribedByItsDeclarations() {
    CliRun run = CliRun.of("list");
    assertThat(run.code()).isZero();
    assertThat(run.outLines())
        .containsSubsequence(
            "fake-laser  A laser that exists in tests alone",
            "  link    main (bytes, baud=9600)",
            "  option  retries (whole number, default 3): How often it asks.",
            "  ports   out");
  }

  @Test
  void aDriverIsAnObject() {
    JsonNode driver =
        CliRun.of("list", "--json").outLines().stream()
            .map(json::readTree)
            .filter(o -> o.get("driver").asString().equals("fake-laser"))
            .findFirst()
            .orElseThrow();
    assertThat(driver.get("links").get(0).get("defaults").get("baud").asString()).isEqualTo("9600");
    assertThat(driver.get("options").get(0).get("default").asString()).isEqualTo("3");
    assertThat(driver.get("probe").asBoolean()).isTrue();
  }

  @Test
  void aBenchIsATableWithItsDeadDevices(@TempDir Path dir) throws Exception {
    CliRun run = CliRun.of("list", "--bench", GetCommandTest.bench(dir).toString());
    assertThat(run.code()).isEqualTo(5);
    assertThat(run.outLines())
        .containsExactly(
            "DEVICE  DRIVER      LINK          STATE  POINTS  IDENTITY",
            "tx      fake-laser  fake:timeout  new    8       -",
            "rx      fake-laser  fake:ok       ready  8       Lumen L?[2J1, serial SN7, firmware 1.0");
    assertThat(run.errLines()).hasSize(1);
    assertThat(FakeLaser.DIARY)
        .contains("tx connect OBSERVE", "rx connect OBSERVE")
        .noneMatch(d -> d.contains("safe"));
  }

  @Test
  void aDeviceIsAnObject(@TempDir Path dir) throws Exception {
    CliRun run = CliRun.of("list", "--json", "--bench", GetCommandTest.bench(dir).toString());
    JsonNode rx = json.readTree(run.outLines().get(2));
    assertThat(rx.get("device").asString()).isEqualTo("rx");
    assertThat(rx.get("identity").get("serial").asString()).isEqualTo("SN7");
    assertThat(rx.get("links").get("main").asString()).isEqualTo("fake:ok");
    assertThat(rx.get("points").get(0).asString()).isEqualTo("rx.frequency");
  }

  @Test
  void pointsAreListedWithTheirRange(@TempDir Path dir) throws Exception {
    CliRun run = CliRun.of("list", "--points", "--bench", GetCommandTest.bench(dir).toString());
    assertThat(run.outLines().get(0)).matches("ADDRESS +USE +TYPE +RANGE +DESCRIPTION");
    assertThat(run.out())
        .containsPattern(
            "rx\\.frequency +set +frequency +191\\.500000 THz to 196\\.250000 THz, step 1 MHz +The"
                + " frequency")
        .containsPattern("rx\\.outputPower +get +power")
        .containsPattern("rx\\.flash +act +- +- +Does flash once\\.");
  }
}
