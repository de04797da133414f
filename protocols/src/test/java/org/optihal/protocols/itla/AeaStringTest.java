package org.optihal.protocols.itla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AeaStringTest {
  private static final long SEED = 0x0171_A003L;

  @Test
  void theDeviceTypeTakesEightBytesInFourWordsUpperByteFirst() {
    assertThat(AeaString.byteCount("CW ITLA")).isEqualTo(8);
    assertThat(AeaString.pack("CW ITLA")).containsExactly(0x4357, 0x2049, 0x544C, 0x4100);
  }

  @Test
  void anEvenTextEndsInAWordOfItsNulAndPadding() {
    assertThat(AeaString.byteCount("OIFX")).isEqualTo(5);
    assertThat(AeaString.pack("OIFX")).containsExactly(0x4F49, 0x4658, 0x0000);
    assertThat(AeaString.pack("")).containsExactly(0x0000);
  }

  @Test
  void everyPrintableTextSurvivesAtEveryLength() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int length = 0; length < AeaString.MAX_BYTES; length++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < length) {
        char c = (char) random.nextInt(' ', '~' + 1);
        if (c != '\\') {
          text.append(c);
        }
      }
      int[] words = AeaString.pack(text.toString());
      int count = AeaString.byteCount(text.toString());
      assertThat(words).hasSize(AeaString.wordCount(count));
      assertThat(AeaString.unpack(words, count)).as("seed %X", SEED).isEqualTo(text.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1, 79, 80, 81, 0xFFFF, Integer.MAX_VALUE})
  void noAnnouncedCountMakesTheHostReadOrKeepMoreThanEightyBytes(int byteCount) {
    int[] endless = new int[1000];
    Arrays.fill(endless, 0x4141);

    assertThat(AeaString.wordCount(byteCount)).isBetween(0, 40);
    assertThat(AeaString.unpack(endless, byteCount))
        .hasSize(Math.max(0, Math.min(byteCount, AeaString.MAX_BYTES)));
  }

  @Test
  void fewerWordsThanAnnouncedAreNoTrouble() {
    assertThat(AeaString.unpack(new int[0], 80)).isEmpty();
    assertThat(AeaString.unpack(new int[] {0x4142}, 80)).isEqualTo("AB");
    assertThat(AeaString.unpack(new int[] {0x4142}, 1)).isEqualTo("A");
  }

  @Test
  void nothingBehindTheNulIsShown() {
    assertThat(AeaString.unpack(new int[] {0x4100, 0x4243}, 4)).isEqualTo("A");
    assertThat(AeaString.unpack(new int[] {0x0041}, 2)).isEmpty();
  }

  @Test
  void controlCharactersAndHighBytesAreEscapedAndTheBackslashStaysUnambiguous() {
    assertThat(AeaString.unpack(new int[] {0x1B5B, 0x0A0D, 0x7FFF, 0x5C78, 0x3141}, 10))
        .isEqualTo("\\x1B[\\x0A\\x0D\\x7F\\xFF\\\\x1A");
  }

  @Test
  void hostileWordsGiveBoundedPrintableText() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 10_000; i++) {
      int[] words = new int[random.nextInt(60)];
      for (int w = 0; w < words.length; w++) {
        words[w] = random.nextInt();
      }
      assertThat(AeaString.unpack(words, random.nextInt()))
          .as("seed %X, round %d", SEED, i)
          .hasSizeLessThanOrEqualTo(4 * AeaString.MAX_BYTES)
          .matches("[ -~]*");
    }
  }

  @Test
  void aTextThatTheWireCannotCarryIsRefused() {
    assertThat(AeaString.pack("x".repeat(79))).hasSize(40);
    assertThatIllegalArgumentException().isThrownBy(() -> AeaString.pack("x".repeat(80)));
    for (String text : new String[] {"a\0b", "line\n", "\u00B5ITLA", "\u007F"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> AeaString.pack(text))
          .withMessageContaining("printable ASCII");
    }
  }
}
