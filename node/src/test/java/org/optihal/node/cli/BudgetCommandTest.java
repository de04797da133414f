package org.optihal.node.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A link budget tells where the light of a bench is lost, and what disturbs it. */
final class BudgetCommandTest {
  private final JsonMapper json = new JsonMapper();

  @TempDir Path dir;

  private CliRun budget(String bench, String... more) throws IOException {
    Path file = Files.writeString(dir.resolve("bench.yaml"), "version: 1\nnode: test\n" + bench);
    return more.length == 0
        ? CliRun.of("calc", "budget", file.toString())
        : CliRun.of("calc", "budget", file.toString(), more[0]);
  }

  private List<JsonNode> ends(CliRun run) {
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    return run.outLines().stream().map(json::readTree).toList();
  }

  private List<JsonNode> example() throws Exception {
    Path file = Path.of(Objects.requireNonNull(getClass().getResource(CalcPage.BENCH)).toURI());
    return ends(CliRun.of("calc", "budget", file.toString(), "--json"));
  }

  private static List<String> ports(JsonNode path) {
    return StreamSupport.stream(path.get("stops").spliterator(), false)
        .map(s -> s.get("port").asString())
        .toList();
  }

  @Test
  void eachStopHasItsLoss() throws Exception {
    JsonNode path = example().get(0).get("paths").get(0);
    assertThat(path.get("source").asString()).isEqualTo("alice");
    assertThat(path.get("quantum").asBoolean()).isTrue();
    assertThat(ports(path))
        .containsExactly(
            "alice/out", "voa/out", "mux/common", "span/b", "demux/quantum", "filter/out");
    assertThat(path.get("stops").get(0).get("photonsPerPulse").asDouble())
        .isCloseTo(0.48, within(1e-9));
    // The setup of the experiment has raised the attenuation from 2 dB.
    assertThat(path.get("stops").get(1).get("lossDb").asDouble()).isCloseTo(3, within(0.02));
    assertThat(path.get("stops").get(3).get("lossDb").asDouble()).isCloseTo(5, within(0.02));
    JsonNode last = path.get("stops").get(5);
    assertThat(last.get("totalDb").asDouble()).isCloseTo(8, within(0.05));
    assertThat(last.get("photonsPerPulse").asDouble())
        .isCloseTo(0.48 * StrictMath.pow(10, -last.get("totalDb").asDouble() / 10), within(1e-9));
  }

  @Test
  void classicalLightIsFollowedToWhereItLeaks() throws Exception {
    JsonNode end = example().get(0);
    JsonNode path = end.get("paths").get(1);
    assertThat(path.get("source").asString()).isEqualTo("comb");
    assertThat(path.get("quantum").asBoolean()).isFalse();
    assertThat(ports(path))
        .containsExactly("comb/out", "mux/common", "span/b", "demux/quantum", "filter/out");
    JsonNode leakage = end.get("noise").get("leakage");
    assertThat(leakage.get("powerW").asDouble())
        .isPositive()
        .isEqualTo(path.get("stops").get(4).get("powerW").asDouble());
  }

  @Test
  void noiseIsToldByCauseAndCounted() throws Exception {
    JsonNode end = example().get(0);
    assertThat(end.get("noise").propertyNames())
        .contains("raman-co", "four-wave-mixing", "leakage")
        .doesNotContain("raman-counter");
    assertThat(end.get("noise").get("raman-co").get("excessNoiseSnu").isNull()).isTrue();
    JsonNode detection = end.get("detection");
    assertThat(detection.get("efficiency").asDouble()).isCloseTo(0.2, within(0.01));
    assertThat(detection.get("countRate").asDouble()).isGreaterThan(500);
    assertThat(detection.get("blinded").asBoolean()).isFalse();
  }

  @Test
  void peopleReadTheSame() throws Exception {
    Path file = Path.of(Objects.requireNonNull(getClass().getResource(CalcPage.BENCH)).toURI());
    assertThat(CliRun.of("calc", "budget", file.toString()).outLines())
        .contains("bob/in", "  quantum signal of alice, 193.4000 THz, 1.000e+09 pulses/s")
        .anyMatch(l -> l.matches(" +LEAVES +LOSS dB +TOTAL dB +dBm +PHOTONS/PULSE"))
        .anyMatch(l -> l.matches(" +voa/out +3\\.00 +3\\.00 +-75\\.1\\d +0\\.240\\d"))
        .anyMatch(l -> l.matches(" +raman-co +-\\d+\\.\\d\\d +\\d.*"));
  }

  /** The field and the closed form agree on the Raman noise of one laser in one fibre. */
  @Test
  void excessNoiseIsThatOfTheFormula() throws Exception {
    CliRun run =
        budget(
            """
            devices: {}
            elements:
              alice: {kind: gaussian-source, frequency: 193.4 THz, rate: 100 MHz}
              laser: {kind: cw-source, frequency: 192 THz, power: 0 dBm}
              mux: {kind: mux, bands: "q 1549..1551 nm, c 1560..1563 nm"}
              span: {kind: fibre, length: 40 km}
              bob: {kind: coherent-receiver, efficiency: 60 %}
            wiring:
              - alice/out -> mux/q
              - laser/out -> mux/c
              - mux/common -> span -> bob/in
            """,
            "--json");
    double field = ends(run).get(0).get("noise").get("raman-co").get("excessNoiseSnu").asDouble();
    CliRun formula =
        CliRun.of(
            "calc",
            "cv-raman",
            "--pump-nm",
            "1561.4191",
            "--wavelength-nm",
            "1550.1161",
            "--length-km",
            "40",
            "--temperature-k",
            "293.15",
            "--json");
    double closed = json.readTree(formula.out()).get("excessNoiseSnu").asDouble();
    assertThat(field / closed).isCloseTo(1, within(0.05));
  }

  @Test
  void aLaserIsSetAsItsExperimentSays() throws Exception {
    String bench =
        """
        devices:
          tx: {driver: itla, links: {main: "serial:///dev/none"}}
        wiring:
          - 'tx/out -> outside(table, max-power: 13 dBm, enforced-by: "data sheet")'
        """;
    JsonNode dark = ends(budget(bench, "--json")).get(0);
    assertThat(dark.get("end").asString()).startsWith("tx/out -> outside(table");
    assertThat(dark.get("paths").get(0).get("stops").get(0).get("powerW").asDouble()).isZero();
    JsonNode bright =
        ends(budget(
                bench
                    + """
                        experiment:
                          title: One laser
                          publication: none
                          duration: 1 h
                          sample: 10 s
                          setup: ["set tx.power = 10 dBm", "set tx.enabled = on"]
                        """,
                "--json"))
            .get(0);
    assertThat(bright.get("paths").get(0).get("stops").get(0).get("powerW").asDouble())
        .isCloseTo(0.01, within(0.002));
  }

  @Test
  void aBenchWithoutEndsHasNoBudget() throws Exception {
    CliRun run = budget("devices: {}\n");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.errLines()).singleElement().asString().contains("is wired to a detector");
  }

  @Test
  void aBenchThatIsMissingOrWrongIsToldInItsPlace() throws Exception {
    assertThat(CliRun.of("calc", "budget", dir.resolve("none.yaml").toString()).code())
        .isEqualTo(4);
    CliRun run =
        budget(
            """
            devices: {}
            elements:
              span: {kind: fibre, length: -5 km}
              bob: {kind: spad, efficiency: 20 %, dark-rate: 500 cps}
              alice: {kind: pulsed-source, frequency: 193.4 THz, rate: 1 GHz}
            wiring:
              - alice/out -> span -> bob/in
            """,
            "--json");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("span").contains("length");
    assertThat(json.readTree(run.outLines().get(0)).get("error").get("message").asString())
        .contains("span");
  }
}
