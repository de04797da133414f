package org.optihal.emulators.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two ends of a serial line with their own ideas of its speed. */
class UartTest {
  @Test
  void aByteLastsTenBits() {
    assertThat(Uart.byteNanos(9_600)).isEqualTo(1_041_666);
    assertThat(Uart.byteNanos(115_200)).isEqualTo(86_805);
    assertThat(Uart.byteNanos(0)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"100000, 100000", "100000, 102000", "102000, 100000", "9600, 9700"})
  void withinTheToleranceOfAUartEveryByteIsUnderstood(int sender, int receiver) {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    assertThat(Uart.resample(all, sender, receiver)).isEqualTo(all);
  }

  @ParameterizedTest
  @CsvSource({
    // The receiver is slow: the line is low in the middle of its start bit, and high ever after.
    "00, 115200, 9600, FF",
    // So short a start bit is none.
    "FF, 115200, 9600, ''",
    // The receiver is fast: it sees one long low, and waits for its end.
    "00, 9600, 115200, 00",
    // Each bit twice; the second byte begins at a falling edge in the middle and ends in idle.
    "55, 9600, 19200, 66 E6",
    "FF, 9600, 19200, FE",
    // Every other bit from the third on: 0 1 1 1, then idle.
    "F0, 19200, 9600, FE",
  })
  void theWrongSpeedMakesTheGarbageOfItsWaveform(
      String sent, int sender, int receiver, String seen) {
    var hex = java.util.HexFormat.ofDelimiter(" ").withUpperCase();
    byte[] got = Uart.resample(hex.parseHex(sent), sender, receiver);
    assertThat(hex.formatHex(got)).isEqualTo(seen);
  }

  @Test
  void noSpeedIsEverySpeed() {
    byte[] bytes = {1, 2, 3};
    assertThat(Uart.resample(bytes, 0, 9_600)).isEqualTo(bytes);
    assertThat(Uart.resample(bytes, 9_600, 0)).isEqualTo(bytes);
  }

  @Test
  void garbageIsBoundedByTheTimeOnTheLine() {
    SplittableRandom random = new SplittableRandom(3);
    int[] bauds = {300, 4_800, 9_600, 19_200, 38_400, 57_600, 115_200, 3_000_000};
    for (int round = 0; round < 2_000; round++) {
      byte[] bytes = new byte[1 + random.nextInt(16)];
      random.nextBytes(bytes);
      int sender = bauds[random.nextInt(bauds.length)];
      int receiver = bauds[random.nextInt(bauds.length)];
      int seen = Uart.resample(bytes, sender, receiver).length;
      // A receiver needs a falling edge for each byte, and a byte has at most five.
      assertThat(seen).isBetween(0, 5 * bytes.length);
      assertThat((long) seen * sender)
          .isLessThanOrEqualTo((long) (bytes.length + 1) * receiver + sender);
    }
  }
}
