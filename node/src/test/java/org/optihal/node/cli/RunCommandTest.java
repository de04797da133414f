package org.optihal.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optihal.hal.clock.VirtualClock;

/** An emulated bench runs, shows what happens, and is left safe; in virtual time. */
final class RunCommandTest {
  @TempDir Path dir;
  private Path bench = Path.of("");

  @BeforeEach
  void write() throws Exception {
    bench =
        Files.writeString(
            dir.resolve("bench.yaml"),
            """
            version: 1
            node: alice-1
            devices:
              tx-laser: {driver: itla}
              lo-laser: {driver: itla, on-stop: HOLD}
            """);
  }

  private CliRun run(long stopAfterNanos, String... more) throws Exception {
    List<String> args = new ArrayList<>(List.of("run", bench.toString(), "--emulate"));
    args.addAll(List.of(more));
    VirtualClock clock = new VirtualClock();
    return clock.call(
        () -> {
          Stop stop = new Stop();
          if (stopAfterNanos > 0) {
            clock.after(stopAfterNanos, stop::request);
          }
          return CliRun.of(stop, clock, "", args.toArray(String[]::new));
        });
  }

  @Test
  void devicesAndReadingsAreShownAndThenWhatChanges() throws Exception {
    CliRun run = run(0, "--for", "20s");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .containsPattern("(?m)^tx-laser +itla +memory:tx-laser/main +ready +\\d+ +OptiHAL ITLA")
        .containsPattern("(?m)^lo-laser +itla +memory:lo-laser/main +ready ")
        .containsPattern("(?m)^tx-laser.frequency +19\\d\\.\\d{6} THz$")
        .containsPattern("(?m)^[0-9:.]{12}Z  lo-laser\\.temperature  \\d\\d\\.\\d\\d °C$");
  }

  @Test
  void atTheEndADeviceIsMadeSafeUnlessItsOnStopIsHold() throws Exception {
    CliRun run = run(0, "--for", "5s");
    assertThat(run.out())
        .containsPattern("tx-laser  make safe: no emission seen by .*, floor -35\\.00 dBm")
        .doesNotContain("lo-laser  make safe");
  }

  @Test
  void toldToStopItStillMakesSafe() throws Exception {
    CliRun run = run(5_000_000_000L);
    assertThat(run.code()).isEqualTo(130);
    assertThat(run.out()).contains("tx-laser  make safe: no emission seen by");
  }

  @Test
  void theSameSeedShowsTheSame() throws Exception {
    CliRun first = run(0, "--for", "12s", "--seed", "7");
    assertThat(run(0, "--for", "12s", "--seed", "7")).isEqualTo(first);
    assertThat(run(0, "--for", "12s", "--seed", "8").out()).isNotEqualTo(first.out());
  }

  @Test
  void settingsAreAboveTheFile() throws Exception {
    CliRun run = run(0, "--for", "5s", "--set", "lo-laser.on-stop=SAFE");
    assertThat(run.out()).contains("lo-laser  make safe: no emission seen by");
    CliRun wrong = run(0, "--for", "5s", "--set", "lo-laser.on-stpo=SAFE");
    assertThat(wrong.code()).isEqualTo(3);
    assertThat(wrong.err()).contains("on-stpo").hasLineCount(1);
  }

  @Test
  void aDeviceOfAnotherIdentityIsToldAndTheOtherGoesOn() throws Exception {
    CliRun run = run(0, "--for", "20s", "--set", "tx-laser.identity.serial=SN-OTHER");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains("tx-laser: another device answers", "SN-OTHER");
    assertThat(run.out())
        .contains("tx-laser  connecting -> wrong device: another device answers")
        .contains("lo-laser.frequency")
        .doesNotContain("tx-laser.frequency");
  }

  @Test
  void withJsonEverythingIsAnObject() throws Exception {
    CliRun run = run(0, "--for", "5s", "--json");
    assertThat(run.outLines()).isNotEmpty().allMatch(l -> l.startsWith("{") && l.endsWith("}"));
    assertThat(run.out())
        .contains("{\"device\":\"tx-laser\",\"driver\":\"itla\",", "{\"event\":\"MadeSafe\",");
  }
}
