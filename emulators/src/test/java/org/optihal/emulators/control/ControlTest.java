package org.optihal.emulators.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optihal.emulators.TestBench;
import org.optihal.protocols.itla.ItlaRegister;

/** Commands in, JSON out, whatever is sent. */
class ControlTest {
  @Test
  void truthIsToldInNumbers() {
    TestBench.run(
        t -> {
          assertThat(t.emulation().control("truth tx-laser/out"))
              .isEqualTo("{\"ok\":true,\"watts\":0.0,\"dbm\":null,\"dark\":true}");
          t.write(ItlaRegister.RES_ENA, 8);
          assertThat(t.emulation().control("step 5s")).isEqualTo("{\"ok\":true}");
          assertThat(t.emulation().control("truth tx-laser/out"))
              .startsWith("{\"ok\":true,\"watts\":0.009")
              .endsWith(",\"dark\":false}");
        });
  }

  @Test
  void stateAndLogAndHelpAreFlat() {
    TestBench.run(
        t -> {
          assertThat(t.emulation().control("state tx-laser"))
              .startsWith("{\"ok\":true,\"ready\":\"yes\",\"enabled\":\"no\"");
          t.emulation().control("fault tx-laser flip bit=3");
          t.emulation().control("unplug tx-laser");
          t.emulation().control("replug tx-laser");
          assertThat(t.emulation().control("log"))
              .isEqualTo(
                  "{\"ok\":true,\"log\":[\"0s tx-laser flip bit=3\",\"0s tx-laser unplug\","
                      + "\"0s tx-laser replug\"]}");
          assertThat(t.emulation().control("help")).contains("\"truth <device>/<port>");
        });
  }

  @Test
  void stepLetsVirtualTimePass() {
    TestBench.run(
        t -> {
          t.emulation().control("step 1.5s");
          assertThat(t.clock().nanos()).isEqualTo(1_500_000_000);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|no command",
        "nonsense|no command",
        "fault|no command",
        "help me|no command",
        "fault tx-laser explode|no fault",
        "truth nowhere/out|no port",
        "state nobody|no device",
        "unplug nobody|no device",
        "step 2d|0 s to 1 d",
        "step -1s|0 s to 1 d",
        "step soon|not a time",
      })
  void whatIsWrongIsToldAndNothingIsThrown(String line, String says) {
    TestBench.run(
        t ->
            assertThat(t.emulation().control(line))
                .startsWith("{\"ok\":false,\"error\":\"")
                .contains(says)
                .doesNotContain("\n"));
  }

  @Test
  void hostileLinesAreAnsweredInPlainAscii() {
    TestBench.run(
        t -> {
          String answer = t.emulation().control("tr\"uth\\ \u0000\u2028\u001b[31m");
          assertThat(answer).isPrintable().contains("\\\"", "\\\\").isASCII();
          assertThat(t.emulation().control("x".repeat(5_000))).contains("at most 4096");
        });
  }
}
