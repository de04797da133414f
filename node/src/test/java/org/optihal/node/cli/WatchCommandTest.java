package org.optihal.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optihal.hal.clock.RealClock;

/** Watching repeats, ends when told, and outlives what fails. */
final class WatchCommandTest {
  @BeforeEach
  void forget() {
    FakeLaser.DIARY.clear();
  }

  @Test
  void everyRoundIsShown() {
    CliRun run = CliRun.fake("watch", "fake:ok", "--every", "0s", "--count", "3", "frequency");
    assertThat(run.code()).isZero();
    assertThat(run.outLines())
        .hasSize(3)
        .allMatch(
            l -> l.matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z device\\.frequency 193\\.100000 THz"));
    assertThat(FakeLaser.DIARY).containsExactly("device connect OBSERVE", "device close SAFE");
  }

  @Test
  void unchangedValuesCanBeLeftOut() {
    CliRun run =
        CliRun.fake("watch", "fake:ok", "--changes", "--every", "0s", "--count", "3", "frequency");
    assertThat(run.outLines()).hasSize(1);
  }

  @Test
  void readingsAreObjects() {
    CliRun run =
        CliRun.fake("watch", "fake:ok", "--json", "--every", "0s", "--count", "2", "frequency");
    assertThat(run.outLines())
        .hasSize(2)
        .allMatch(
            l -> l.startsWith("{\"address\":\"device.frequency\",\"value\":193100000000000,"));
  }

  @Test
  void itsTimeEnds() {
    CliRun run = CliRun.fake("watch", "fake:ok", "--for", "0s", "frequency");
    assertThat(run.code()).isZero();
    assertThat(run.outLines()).hasSize(1);
  }

  @Test
  void toldToStopItEndsAsInterrupted() {
    Stop stop = new Stop();
    stop.request();
    CliRun run =
        CliRun.of(stop, RealClock.get(), "", "watch", "--url", "fake:ok", "--driver", "fake-laser");
    assertThat(run.code()).isEqualTo(130);
    assertThat(FakeLaser.DIARY).last().isEqualTo("device close SAFE");
  }

  @Test
  void aReadingThatFailsIsABadReadingAndTheNextRoundFollows() {
    CliRun run = CliRun.fake("watch", "fake:flaky", "--every", "0s", "--count", "3", "frequency");
    assertThat(run.code()).isEqualTo(5);
    assertThat(run.outLines()).hasSize(3);
    assertThat(run.outLines().get(1)).endsWith("device.frequency bad (no answer)");
    assertThat(run.outLines().get(2)).endsWith("device.frequency 193.100000 THz");
  }
}
