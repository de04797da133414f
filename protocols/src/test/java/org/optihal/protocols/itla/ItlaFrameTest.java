package org.optihal.protocols.itla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ItlaFrameTest {
  private static final long SEED = 0x0171_A001L;
  private static final int[] SAMPLES = {
    0, 1, 8, 0x0010, 0x00FF, 0x0100, 0x03E8, 0x5A5A, 0x7FFF, 0x8000, 0xFE0C, 0xFFFF
  };

  @Test
  void everyRegisterAndSampleSurvivesTheRoundTripThroughBytes() {
    byte[] buffer = new byte[ItlaFrame.LENGTH + 3];
    for (int register = 0; register <= 0xFF; register++) {
      for (int data : SAMPLES) {
        for (boolean write : new boolean[] {false, true}) {
          int request = ItlaFrame.request(write, register, data);
          ItlaFrame.encode(request, buffer, 2);
          int received = ItlaFrame.decode(buffer, 2);
          assertThat(received).isEqualTo(request);
          assertThat(ItlaFrame.isValid(received)).isTrue();
          assertThat(ItlaFrame.checksum(received)).isEqualTo(ItlaFrame.bip4(received));
          assertThat(ItlaFrame.isWrite(received)).isEqualTo(write);
          assertThat(ItlaFrame.isLastResponseRequest(received)).isFalse();
          assertThat(ItlaFrame.isReplyMarked(received)).isFalse();
          assertThat(ItlaFrame.register(received)).isEqualTo(register);
          assertThat(ItlaFrame.data(received)).isEqualTo(data);
        }
        for (ItlaStatus status : ItlaStatus.values()) {
          int reply = ItlaFrame.reply(status, register, data);
          int failed = ItlaFrame.withCommunicationError(reply);
          assertThat(ItlaFrame.isValid(reply)).isTrue();
          assertThat(ItlaFrame.isValid(failed)).isTrue();
          assertThat(ItlaFrame.communicationError(reply)).isFalse();
          assertThat(ItlaFrame.communicationError(failed)).isTrue();
          for (int packet : new int[] {reply, failed}) {
            assertThat(ItlaFrame.isReplyMarked(packet)).isTrue();
            assertThat(ItlaFrame.status(packet)).isEqualTo(status);
            assertThat(ItlaFrame.register(packet)).isEqualTo(register);
            assertThat(ItlaFrame.data(packet)).isEqualTo(data);
          }
        }
      }
    }
    assertThat(buffer).startsWith(0, 0).endsWith((byte) 0);
  }

  @Test
  void bip4EqualsTheAlgorithmAsPublishedByteByByte() {
    SplittableRandom random = new SplittableRandom(SEED);
    byte[] b = new byte[ItlaFrame.LENGTH];
    for (int i = 0; i < 100_000; i++) {
      int packet = random.nextInt();
      ItlaFrame.encode(packet, b, 0);
      int x = ((b[0] & 0x0F) ^ b[1] ^ b[2] ^ b[3]) & 0xFF;
      assertThat(ItlaFrame.bip4(packet))
          .as("seed %X, packet %08X", SEED, packet)
          .isEqualTo((x >> 4) ^ (x & 0x0F));
    }
  }

  @Test
  void everySingleFlippedBitIsDetected() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 10_000; i++) {
      int packet =
          ItlaFrame.request(random.nextBoolean(), random.nextInt(256), random.nextInt(65_536));
      for (int bit = 0; bit < 32; bit++) {
        assertThat(ItlaFrame.isValid(packet ^ (1 << bit)))
            .as("seed %X, packet %08X, bit %d", SEED, packet, bit)
            .isFalse();
      }
    }
  }

  /** Two flips cancel in the same of four columns of eight bits: 4 * C(8,2) = 112 of 496 pairs. */
  @Test
  void twoFlippedBitsGoUnseenInExactly112Of496Pairs() {
    int unseen = 0;
    for (int first = 0; first < 32; first++) {
      for (int second = first + 1; second < 32; second++) {
        if (ItlaFrame.isValid(ItlaFrame.request(true, 0x32, 8) ^ (1 << first) ^ (1 << second))) {
          unseen++;
        }
      }
    }
    assertThat(unseen).isEqualTo(112);
  }

  /**
   * Of a million random replies 62,500 are expected to pass the checksum (standard deviation 242),
   * and 244 (16) to echo the right register too.
   */
  @Test
  void oneRandomCorruptionInSixteenGoesUnseenAndOneIn4096WithTheRegisterEcho() {
    SplittableRandom random = new SplittableRandom(SEED);
    int packet = ItlaFrame.reply(ItlaStatus.OK, 0x42, 1000);
    int unseen = 0;
    int unseenWithEcho = 0;
    for (int i = 0; i < 1_000_000; i++) {
      int corrupted = random.nextInt();
      if (corrupted != packet && ItlaFrame.isValid(corrupted)) {
        unseen++;
        unseenWithEcho += ItlaFrame.register(corrupted) == 0x42 ? 1 : 0;
      }
    }
    assertThat(unseen).as("seed %X", SEED).isBetween(61_290, 63_710).isEqualTo(62_587);
    assertThat(unseenWithEcho).as("seed %X", SEED).isBetween(164, 324).isEqualTo(272);
  }

  @Test
  void aStuckLineLooksValidSoTheMarkAndTheEchoHaveToTell() {
    assertThat(ItlaFrame.isValid(0)).isTrue();
    assertThat(ItlaFrame.isReplyMarked(0)).isFalse();

    assertThat(ItlaFrame.isValid(-1)).isTrue();
    assertThat(ItlaFrame.communicationError(-1)).isTrue();
    assertThat(ItlaFrame.register(-1)).isEqualTo(0xFF);
  }

  @Test
  void everyPacketHasFieldsInRangeWhateverItsBytes() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 100_000; i++) {
      int garbage = random.nextInt();
      assertThat(ItlaFrame.status(garbage)).isNotNull();
      assertThat(ItlaFrame.register(garbage)).isBetween(0, 0xFF);
      assertThat(ItlaFrame.data(garbage)).isBetween(0, 0xFFFF);
      assertThat(ItlaFrame.bip4(garbage)).isBetween(0, 0xF);
      assertThat(ItlaFrame.checksum(garbage)).isBetween(0, 0xF);
    }
  }

  @Test
  void whatDoesNotFitIsRefusedAndNotCutOff() {
    for (int register : new int[] {-1, 0x100, Integer.MIN_VALUE}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ItlaFrame.request(false, register, 0))
          .withMessageContaining("register must be 0..0xFF");
    }
    for (int data : new int[] {-1, 0x1_0000, Integer.MIN_VALUE}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ItlaFrame.request(true, 0x31, data))
          .withMessageContaining("data must be 0..0xFFFF");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ItlaFrame.reply(ItlaStatus.OK, 0x31, data));
    }
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> ItlaFrame.decode(new byte[4], 1));
  }
}
