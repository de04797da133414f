package org.optihal.protocols.itla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ItlaSplitterTest {
  private static final long SEED = 0x0171_A004L;

  @Test
  void packetsComeOutWholeHoweverTheBytesAreChunked() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 1000; round++) {
      List<Integer> sent = new ArrayList<>();
      byte[] stream = new byte[ItlaFrame.LENGTH * (1 + random.nextInt(20))];
      for (int at = 0; at < stream.length; at += ItlaFrame.LENGTH) {
        int packet =
            ItlaFrame.request(random.nextBoolean(), random.nextInt(256), random.nextInt(65_536));
        ItlaFrame.encode(packet, stream, at);
        sent.add(packet);
      }
      ItlaSplitter splitter = new ItlaSplitter();
      List<Integer> received = new ArrayList<>();
      for (int at = 0; at < stream.length; ) {
        int chunk = Math.min(random.nextInt(10), stream.length - at);
        splitter.accept(stream, at, chunk, received::add);
        at += chunk;
        assertThat(splitter.held()).isEqualTo(at % ItlaFrame.LENGTH);
      }
      assertThat(received).as("seed %X, round %d", SEED, round).isEqualTo(sent);
    }
  }

  @Test
  void singleBytesCompleteAPacketAtTheFourth() {
    ItlaSplitter splitter = new ItlaSplitter();

    assertThat(splitter.accept((byte) 0x81)).isFalse();
    assertThat(splitter.accept((byte) 0x32)).isFalse();
    assertThat(splitter.accept((byte) 0x00)).isFalse();
    assertThat(splitter.accept((byte) 0x08)).isTrue();
    assertThat(splitter.packet()).isEqualTo(0x8132_0008);
    assertThat(splitter.held()).isZero();
  }

  @Test
  void aLostByteShiftsTheStreamUntilSingleZeroBytesFillThePacketUp() {
    for (int survived = 1; survived < ItlaFrame.LENGTH; survived++) {
      ItlaSplitter splitter = new ItlaSplitter();
      byte[] rest = new byte[ItlaFrame.LENGTH];
      ItlaFrame.encode(ItlaFrame.request(true, 0x31, 1000), rest, 0);
      splitter.accept(rest, 0, survived, packet -> {});

      int zeros = 1;
      while (!splitter.accept((byte) 0)) {
        zeros++;
      }

      assertThat(zeros).isEqualTo(ItlaFrame.LENGTH - survived);
      assertThat(ItlaFrame.isValid(splitter.packet())).as("%d bytes", survived).isFalse();
    }
  }

  @Test
  void resetForgetsAnUnfinishedPacket() {
    ItlaSplitter splitter = new ItlaSplitter();
    splitter.accept((byte) 0xFF);
    splitter.accept((byte) 0xFF);

    splitter.reset();

    assertThat(splitter.held()).isZero();
    List<Integer> received = new ArrayList<>();
    splitter.accept(new byte[ItlaFrame.LENGTH], 0, ItlaFrame.LENGTH, received::add);
    assertThat(received).containsExactly(ItlaFrame.READ_NOP);
  }

  @Test
  void theSinkMayResetWhileAChunkIsTaken() {
    ItlaSplitter splitter = new ItlaSplitter();
    List<Integer> received = new ArrayList<>();

    splitter.accept(
        new byte[] {0, 0, 0, 1, 0, 0, 0, 2, 9},
        0,
        9,
        packet -> {
          received.add(packet);
          splitter.reset();
        });

    assertThat(received).containsExactly(1, 2);
    assertThat(splitter.held()).isEqualTo(1);
  }

  @Test
  void garbageComesOutAsOnePacketForEveryFourBytes() {
    SplittableRandom random = new SplittableRandom(SEED);
    byte[] garbage = new byte[100_003];
    random.nextBytes(garbage);
    int[] count = {0};
    ItlaSplitter splitter = new ItlaSplitter();

    splitter.accept(garbage, 0, garbage.length, packet -> count[0]++);

    assertThat(count[0]).isEqualTo(25_000);
    assertThat(splitter.held()).isEqualTo(3);
  }

  @Test
  void aChunkOutsideItsArrayIsRefusedBeforeAByteIsTaken() {
    ItlaSplitter splitter = new ItlaSplitter();

    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> splitter.accept(new byte[3], 0, 4, packet -> {}));
    assertThat(splitter.held()).isZero();
  }
}
