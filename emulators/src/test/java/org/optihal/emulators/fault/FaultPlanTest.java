package org.optihal.emulators.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.optihal.emulators.TestBench;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;

/** Plans as text: what is read, what is refused, what is drawn at random. */
class FaultPlanTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.5s tx-laser drop direction=to-client count=1 after=2",
        "0s tx-laser/main unplug",
        "0.000000001s lo flip bit=7",
        "100s lo garbage hex=00ff",
      })
  void aStepIsWrittenAsItIsRead(String line) {
    assertThat(FaultStep.parse(line)).hasToString(line);
  }

  @Test
  void timesAreExactAndTakeAnyUnit() {
    assertThat(FaultStep.parse("1500ms a b").nanos()).isEqualTo(1_500_000_000);
    assertThat(FaultStep.parse("1500ms a b")).hasToString("1.5s a b");
  }

  @Test
  void emptyLinesAndCommentsSayNothing() {
    assertThat(FaultPlan.parse(List.of("", "# why", "  1s a b ")).lines())
        .containsExactly("1s a b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tx-laser drop | line 2",
        "1s tx-laser | no step",
        "-1s tx-laser drop | before the start",
        "1s nobody drop | no device 'nobody'",
        "1s tx-laser/aux drop | no link 'aux'",
        "1s tx-laser explode | no fault 'explode'",
        "1s tx-laser drop count | not key=value",
        "1s tx-laser drop count=1 count=2 | twice",
        "1s tx-laser drop speed=1 | no parameter 'speed'",
        "1s tx-laser drop count=many | not a whole number",
        "1s tx-laser drop count=-1 | 0 to",
        "1s tx-laser drop direction=up | none of the choices",
        "1s tx-laser flip bit=8 | bit is 0 to 7",
        "1s tx-laser garbage hex=0 | in hex digits",
        "1s tx-laser garbage hex= | in hex digits",
        "1s tx-laser silence for=2h | 0 s to 1 h",
        "1s tx-laser silence for=-2s | 0 s to 1 h",
        "1s tx-laser power-drift by=200dB | power-drift",
        "1s tx-laser aging to=150% | aging",
        "1s tx-laser error code=oops | none of the choices",
      })
  void aWrongPlanIsRefusedWholeAndNamesItsLine(String line, String says) {
    TestBench.run(
        t -> {
          assertThatThrownBy(() -> t.emulation().faults().plan(List.of("1s tx-laser drop", line)))
              .isInstanceOfSatisfying(
                  HalException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION))
              .hasMessageContaining("line 2")
              .hasMessageContaining(says);
          t.sleep(2_000);
          assertThat(t.emulation().faults().log()).isEmpty();
        });
  }

  @Test
  void aCommentDoesNotShiftTheLineNumber() {
    TestBench.run(
        t ->
            assertThatThrownBy(
                    () -> t.emulation().faults().plan(List.of("# x", "", "1s nobody drop")))
                .hasMessageContaining("line 3"));
  }

  @Test
  void randomPlansAreTheSameForTheSameSeed() {
    List<String> devices = List.of("a", "b");
    FaultPlan plan = FaultPlan.random(5, devices, Duration.ofSeconds(10), 200);
    assertThat(FaultPlan.random(5, devices, Duration.ofSeconds(10), 200)).isEqualTo(plan);
    assertThat(FaultPlan.random(6, devices, Duration.ofSeconds(10), 200)).isNotEqualTo(plan);
    assertThat(FaultPlan.parse(plan.lines())).isEqualTo(plan);
    assertThat(plan.steps())
        .hasSize(200)
        .isSortedAccordingTo((x, y) -> Long.compare(x.nanos(), y.nanos()))
        .allMatch(s -> s.nanos() < 10_000_000_000L)
        .extracting(FaultStep::fault)
        .contains("drop", "flip", "duplicate", "split", "delay", "late", "garbage", "silence")
        .contains("disconnect");
  }

  @Test
  void randomPlansAreAlwaysAccepted() {
    TestBench.run(
        t -> {
          for (long seed = 0; seed < 200; seed++) {
            List<String> lines =
                FaultPlan.random(seed, List.of("tx-laser"), Duration.ofSeconds(1), 20).lines();
            t.emulation().faults().plan(lines);
          }
        });
  }
}
