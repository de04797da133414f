package org.optihal.node.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.optihal.config.BenchFile;
import org.optihal.config.LinksRequired;
import org.optihal.hal.Drivers;
import org.optihal.hal.bench.Bench;
import org.optihal.node.experiment.ExperimentRun;

/** The page of a short run, in which texts try to break out. */
final class ReportPageTest {
  private static final String HOSTILE = "<script>alert('1')</script>&\\\"";
  private static String page = "";

  @BeforeAll
  static void run() {
    String text =
        """
        version: 1
        devices: {}
        elements:
          comb: {kind: comb, low: 192 THz, high: 195 THz, power: 17 dBm}
          alice: {kind: pulsed-source, frequency: 229 THz, rate: 1 GHz}
          line: {kind: mux, bands: "q 1300..1320 nm, data 1520..1570 nm"}
          span: {kind: fibre, length: 10 km}
          ends: {kind: demux, bands: "q 1300..1320 nm, data 1520..1570 nm"}
          voa: {kind: attenuator, attenuation: 3 dB}
          bob: {kind: spad, efficiency: 20 %, dark-rate: 500 cps, gate-rate: 1 GHz, max-input: -20 dBm}
        wiring:
          - comb/out -> line/data
          - alice/out -> voa -> line/q
          - line/common -> span -> ends/common
          - ends/q -> bob/in
        experiment:
          title: "HOSTILE title"
          publication: "HOSTILE publication"
          duration: 2 min
          sample: 10 s
          schedule: [{at: 1 min, do: "element voa attenuation = 6 dB"}]
          meters:
            bb84: {kind: decoy-bb84, source: alice, detectors: bob, rate: 1 GHz}
            osa: {kind: spectrum, at: ends/common}
          figures:
            - {name: "HOSTILE figure", of: bb84.qber, published: unknown}
            - {name: impossible, of: bb84.key-rate, published: "> 100 Mbit/s"}
        """
            .replace("HOSTILE", HOSTILE);
    Bench bench =
        BenchFile.parse(text, "trial.yaml", Drivers.installed(), LinksRequired.NO, List.of());
    page =
        ReportPage.html(
            ExperimentRun.run(
                "trial",
                bench,
                bench.experiment().orElseThrow().duration(),
                1,
                (since, total) -> {}));
  }

  @Test
  void nothingRunsAndNothingIsFetched() {
    assertThat(page).doesNotContain("<script").contains("&lt;script&gt;");
    assertThat(page.replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http:")
        .doesNotContain("https:")
        .doesNotContain("src=")
        .doesNotContain("href=")
        .doesNotContain("@import")
        .doesNotContain("url(");
  }

  @Test
  void thePolicyAllowsTheStyleOfThePageAlone() throws Exception {
    Matcher style = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(page);
    assertThat(style.find()).isTrue();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.group(1).getBytes(UTF_8));

    assertThat(page)
        .contains("default-src 'none'; style-src 'sha256-")
        .contains(Base64.getEncoder().encodeToString(digest))
        .doesNotContain(" style=\"");
    assertThat(style.find()).as("a second style").isFalse();
  }

  @Test
  void verdictsPlotsAndPartsAreThere() {
    assertThat(page)
        .contains("not reproduced")
        .contains("unknown")
        .contains("bb84: noise by cause")
        .contains("bb84: qber")
        .contains("bb84: key rate")
        .contains("osa: power spectrum")
        .contains("element voa attenuation = 6 dB")
        .contains("as class model fibre")
        .contains("docs/experiments/trial.md")
        .contains("seed 1")
        .contains("Light budget");
  }

  @Test
  void everyElementThatIsOpenedIsClosed() {
    for (String tag : List.of("table", "tr", "td", "th", "div", "svg", "details", "p", "h2")) {
      assertThat(count("<" + tag + "[ >]")).as(tag).isEqualTo(count("</" + tag + ">"));
    }
  }

  private static long count(String pattern) {
    return Pattern.compile(pattern).matcher(page).results().count();
  }
}
