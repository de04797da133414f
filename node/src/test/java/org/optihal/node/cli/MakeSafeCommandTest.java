package org.optihal.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Making safe tells what is known of the light, and never more. */
final class MakeSafeCommandTest {
  @BeforeEach
  void forget() {
    FakeLaser.DIARY.clear();
  }

  @Test
  void evidenceIsShown() {
    CliRun run = CliRun.fake("make-safe", "fake:ok");
    assertThat(run)
        .isEqualTo(
            new CliRun(
                0, "device  verified-dark  no emission seen by the monitor, floor -40 dBm\n", ""));
    assertThat(FakeLaser.DIARY).containsSubsequence("device connect CONTROL", "device make safe");
  }

  @Test
  void withoutEvidenceItHasFailed() {
    CliRun run = CliRun.fake("make-safe", "fake:bright", "--json");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            "{\"device\":\"device\",\"outcome\":\"sent-unverified\",\"text\":\"no sensor"
                + " looked\"}\n");
  }

  @Test
  void whatCannotBeReachedIsPending() {
    CliRun run = CliRun.fake("make-safe", "fake:disconnected");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).startsWith("device  pending-unreachable  ").contains("staged failure");
  }

  @Test
  void whatCarriesTrafficIsLeftUnlessNamed(@TempDir Path dir) throws Exception {
    String bench = GetCommandTest.bench(dir).toString();
    CliRun all = CliRun.of("make-safe", "--bench", bench);
    assertThat(all.out()).contains("rx  left as it is: its on-stop is HOLD");
    assertThat(FakeLaser.DIARY).doesNotContain("rx make safe", "rx connect CONTROL");
    CliRun named = CliRun.of("make-safe", "--bench", bench, "rx");
    assertThat(named.code()).isZero();
    assertThat(FakeLaser.DIARY).contains("rx make safe");
  }

  @Test
  void anUnknownDeviceIsNotFound(@TempDir Path dir) throws Exception {
    CliRun run = CliRun.of("make-safe", "--bench", GetCommandTest.bench(dir).toString(), "tz");
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err()).contains("there is no device 'tz'", "tx rx");
  }
}
