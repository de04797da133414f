package org.optihal.emulators.laser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optihal.emulators.TestBench;

/** Whole exchanges whose bytes were not made by this code; docs/devices/itla.md says from where. */
class ItlaGoldenExchangeTest {
  @Test
  void nopIsAnsweredAsByARealModule() {
    TestBench.run(t -> assertThat(t.exchange("00 00 00 00")).isEqualTo("54 00 00 10"));
  }

  @ParameterizedTest
  @CsvSource({
    "81 32 00 08, E7 32 00 08", // enable: pending
    "61 31 03 E8, 34 31 03 E8", // power 10 dBm
    "A1 35 00 C1, F4 35 00 C1",
    "71 36 10 31, 24 36 10 31",
    "31 30 00 01, 64 30 00 01",
    "B1 34 FE 0C, E4 34 FE 0C",
    "31 62 FF 06, 64 62 FF 06",
    "01 32 00 00, 54 32 00 00",
    "B0 0B 00 00, E5 0B 00 00", // nothing left to be read
  })
  void publishedBytesAreUnderstood(String request, String reply) {
    TestBench.run(t -> assertThat(t.exchange(request)).isEqualTo(reply));
  }

  @Test
  void pendingShowsInNop() {
    TestBench.run(
        t -> {
          t.exchange("81 32 00 08");
          assertThat(t.exchange("00 00 00 00")).isEqualTo("44 00 01 10");
        });
  }

  @Test
  void theEndOfATextIsAnExtendedAddressRangeError() {
    TestBench.run(
        t -> {
          t.exchange("B0 0B 00 00");
          assertThat(t.exchange("00 00 00 00")).isEqualTo("34 00 00 16");
          assertThat(t.exchange("00 00 00 00")).as("told once").isEqualTo("54 00 00 10");
        });
  }

  @Test
  void whisperIsForPurePhotonicsOnly() {
    TestBench.run(t -> assertThat(t.exchange("A1 90 00 02")).isEqualTo("E5 90 00 02"));
    TestBench.run(
        Map.of("profile", "pure-photonics"),
        t -> assertThat(t.exchange("A1 90 00 02")).isEqualTo("F4 90 00 02"));
  }
}
