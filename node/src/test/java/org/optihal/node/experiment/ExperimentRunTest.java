package org.optihal.node.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.optihal.config.BenchFile;
import org.optihal.config.LinksRequired;
import org.optihal.hal.Drivers;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.node.experiment.Verdict.Outcome;
import org.optihal.node.report.JsonReport;
import org.optihal.node.report.ReportPage;

/** A laser behind its driver and a BB84 link of models, run in virtual time. */
final class ExperimentRunTest {
  static final String BENCH =
      """
      version: 1
      node: trial
      devices:
        tx-laser: {driver: itla}
      elements:
        alice: {kind: pulsed-source, frequency: 193.4 THz, rate: 100 MHz}
        span: {kind: fibre, length: 25 km}
        bob: {kind: spad, efficiency: 20 %, dark-rate: 500 cps, gate-rate: 100 MHz, max-input: -40 dBm}
        pad: {kind: attenuator, attenuation: 20 dB}
        meter: {kind: power-monitor}
      wiring:
        - alice/out -> span -> bob/in
        - tx-laser/out -> pad -> meter/in
      experiment:
        title: A trial
        publication: nowhere
        duration: 10 min
        sample: 10 s
        setup:
          - set tx-laser.frequency = 193.1 THz
          - set tx-laser.power = 10 dBm
          - set tx-laser.enabled = on
        schedule:
          - {at: 5 min, do: "element pad attenuation = 30 dB"}
        polls: {tx-laser.outputPower: 10 s, tx-laser.frequency: 1 min}
        meters:
          bb84: {kind: decoy-bb84, source: alice, detectors: bob, rate: 100 MHz}
          power: {kind: power, at: meter/in}
          loss: {kind: loss, source: alice, at: bob/in}
        figures:
          - {name: a key, of: bb84.key-rate, reduce: min, published: "> 0 bit/s"}
          - {name: monitor at first, of: power.power, reduce: max, published: -10 dBm, tolerance: 0.5 dB, basis: published}
          - {name: monitor at last, of: power.power, reduce: last, published: -20 dBm, tolerance: 0.5 dB}
          - {name: who knows, of: bb84.qber, published: unknown}
      """;

  private static Bench bench(String text) {
    return BenchFile.parse(text, "trial.yaml", Drivers.installed(), LinksRequired.NO, List.of());
  }

  private static ExperimentResult run(String text, long seed) {
    Bench bench = bench(text);
    return ExperimentRun.run(
        "trial", bench, bench.experiment().orElseThrow().duration(), seed, (since, total) -> {});
  }

  private static Map<String, Outcome> outcomes(ExperimentResult result) {
    Map<String, Outcome> all = new LinkedHashMap<>();
    result.verdicts().forEach(v -> all.put(v.figure().name(), v.outcome()));
    return all;
  }

  @Test
  void setupScheduleAndMetersWorkTogether() {
    ExperimentResult r = run(BENCH, 1);

    assertThat(outcomes(r))
        .containsExactly(
            Map.entry("a key", Outcome.CONSISTENT),
            Map.entry("monitor at first", Outcome.REPRODUCED),
            Map.entry("monitor at last", Outcome.CONSISTENT),
            Map.entry("who knows", Outcome.UNKNOWN));
    assertThat(r.isGood()).isTrue();
    assertThat(r.happenings()).hasSize(4);
    assertThat(r.happenings().get(3).at()).contains(Duration.ofMinutes(5));
    assertThat(r.meters().get(0).track(0).values()).hasSize(60);
    assertThat(r.budgets().get(0).stops().get(0).port()).isEqualTo("alice/out");
  }

  @Test
  void devicesAreReachedThroughTheirDriversAndLeftSafe() {
    ExperimentResult r = run(BENCH, 1);

    assertThat(r.devices()).hasSize(1);
    assertThat(r.devices().get(0).driver()).isEqualTo("itla");
    assertThat(r.devices().get(0).identity()).contains("OptiHAL ITLA");
    assertThat(r.devices().get(0).afterwards()).isEqualTo("verified dark");
    assertThat(r.bugs()).isEmpty();
  }

  @Test
  void pointsArePolledWithTheirOwnPeriodsAndComparedWithTheTruth() {
    ExperimentResult r = run(BENCH, 1);

    PointRecord power = r.points().get(0);
    PointRecord frequency = r.points().get(1);
    assertThat(power.count()).isBetween(59, 60);
    assertThat(frequency.count()).isBetween(9, 10);
    assertThat(power.unusable()).isEmpty();
    assertThat(power.deviationUnit()).isEqualTo("dB");
    assertThat(Math.abs(power.deviations().summary().mean())).isBetween(0.0, 0.2);
    assertThat(power.deviations().summary().count()).isEqualTo(power.count());
    assertThat(Math.abs(frequency.deviations().summary().mean())).isLessThan(2e9);
  }

  @Test
  void theSameSeedGivesTheSameBytes() {
    ExperimentResult one = run(BENCH, 7);
    ExperimentResult same = run(BENCH, 7);
    ExperimentResult other = run(BENCH, 8);

    assertThat(JsonReport.object(same).toString()).isEqualTo(JsonReport.object(one).toString());
    assertThat(ReportPage.html(same)).isEqualTo(ReportPage.html(one));
    assertThat(JsonReport.object(other).toString()).isNotEqualTo(JsonReport.object(one).toString());
  }

  @Test
  void progressIsToldAndEndsAtTheEnd() {
    Bench bench = bench(BENCH);
    List<Duration> told = new ArrayList<>();

    ExperimentRun.run("trial", bench, Duration.ofMinutes(1), 1, (since, total) -> told.add(since));

    assertThat(told).hasSize(6).isSorted().endsWith(Duration.ofMinutes(1));
  }

  @Test
  void aShorterRunTellsWhatItDidNotReach() {
    ExperimentResult r =
        ExperimentRun.run("trial", bench(BENCH), Duration.ofMinutes(1), 1, (a, b) -> {});

    assertThat(r.skipped()).hasSize(1);
    assertThat(r.skipped().get(0)).contains("element pad attenuation = 30 dB");
    assertThat(outcomes(r)).containsEntry("monitor at last", Outcome.NOT_REPRODUCED);
    assertThat(r.isGood()).isFalse();
  }

  @Test
  void aDetectorOverItsLimitMakesTheResultBad() {
    ExperimentResult r = run(BENCH.replace("max-input: -40 dBm", "max-input: -110 dBm"), 1);

    assertThat(r.damage()).hasSize(1);
    assertThat(r.damage().get(0)).contains("spad bob").contains("trial.yaml:8");
    assertThat(r.isGood()).isFalse();
  }

  @Test
  void aRefusedCommandEndsTheRunWithItsTimeAndReason() {
    String text =
        BENCH.replace("element pad attenuation = 30 dB", "set tx-laser.frequency = 100 THz");

    assertThatThrownBy(() -> run(text, 1))
        .isInstanceOf(HalException.class)
        .hasMessageContaining("'set tx-laser.frequency = 100 THz' at 300 s");
  }

  @Test
  void aPointThatDoesNotExistIsRefused() {
    assertThatThrownBy(
            () -> run(BENCH.replace("tx-laser.outputPower: 10 s", "tx-laser.outputPowr: 10 s"), 1))
        .isInstanceOf(HalException.class)
        .hasMessageContaining("tx-laser has no point 'outputPowr'");
  }

  @Test
  void anUnknownQuantityIsRefusedBeforeAnythingRuns() {
    List<Duration> told = new ArrayList<>();

    assertThatThrownBy(
            () ->
                ExperimentRun.run(
                    "trial",
                    bench(BENCH.replace("of: bb84.qber", "of: bb84.qbr")),
                    Duration.ofMinutes(1),
                    1,
                    (since, total) -> told.add(since)))
        .hasMessageContaining("trial.yaml:")
        .hasMessageContaining("gives no 'qbr'")
        .hasMessageContaining("qber");
    assertThat(told).isEmpty();
  }

  @Test
  void aRunNeedsAnExperimentAndTimeForASample() {
    String without = BENCH.substring(0, BENCH.indexOf("experiment:"));

    assertThatThrownBy(
            () ->
                ExperimentRun.run("trial", bench(without), Duration.ofMinutes(1), 1, (a, b) -> {}))
        .hasMessageContaining("no experiment");
    assertThatThrownBy(
            () -> ExperimentRun.run("trial", bench(BENCH), Duration.ofSeconds(5), 1, (a, b) -> {}))
        .hasMessageContaining("before its first sample");
    assertThatThrownBy(
            () -> ExperimentRun.run("trial", bench(BENCH), Duration.ofDays(100), 1, (a, b) -> {}))
        .hasMessageContaining("samples");
  }

  @Test
  void aLinkThatFailsIsSeenInTheReadingsAndNotInTheRun() {
    String text =
        BENCH.replace("element pad attenuation = 30 dB", "fault tx-laser/main disconnect for=120s");

    ExperimentResult r = run(text, 1);

    assertThat(r.points().get(0).unusable()).isNotEmpty();
  }

  @Test
  void theKindOfARefusalIsKept() {
    HalException e =
        assertThrows(
            HalException.class,
            () -> run(BENCH.replace("tx-laser.power = 10 dBm", "tx-laser.power = 60 dBm"), 1));

    assertThat(e.kind()).isEqualTo(Kind.OUT_OF_RANGE);
    assertThat(e.getMessage()).contains("in the setup");
  }
}
