package org.optihal.drivers.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.optihal.drivers.link.MemoryWire.MS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.link.ByteLink;
import org.optihal.hal.link.WireTap;

class LinkDecoratorsTest {
  private static final int SIZE = 20_000;

  private final MemoryWire wire = new MemoryWire();

  @Test
  void aDelayedLinkKeepsTheGapAfterEachByteEitherWay() {
    wire.clock.run(
        () -> {
          ByteLink link = new DelayedLink(wire.link, wire.clock, Duration.ofMillis(10));
          wire.write(link, "01"); // at once
          wire.write(link, "02");
          wire.deliverAt(15, "aa");
          assertThat(wire.read(link, 1, 20)).isEqualTo("aa");
          wire.write(link, "03");
          wire.clock.sleep(Duration.ofMillis(50));
          wire.write(link, "04"); // it waited by itself
        });
    assertThat(wire.written).containsExactly("0 01", "10 02", "25 03", "75 04");
  }

  @Test
  void aTracedLinkTellsWhatPasses() {
    List<String> heard = new ArrayList<>();
    wire.clock.run(
        () -> {
          ByteLink link = new TracedLink(wire.link, wire.clock, tap(heard));
          wire.write(link, "0102");
          wire.deliverAt(3, "aabb");
          wire.read(link, 1, 10);
          wire.read(link, 8, 10);
          assertThat(wire.read(link, 8, 10)).isEmpty();
          link.close();
        });
    assertThat(heard).containsExactly("0 > 0102", "3 < aa", "3 < bb", "13 # closed");
  }

  private static WireTap tap(List<String> heard) {
    return new WireTap() {
      @Override
      public void sent(String link, long nanos, byte[] bytes, int offset, int length) {
        heard.add(nanos / MS + " > " + HexFormat.of().formatHex(bytes, offset, offset + length));
      }

      @Override
      public void received(String link, long nanos, byte[] bytes, int offset, int length) {
        heard.add(nanos / MS + " < " + HexFormat.of().formatHex(bytes, offset, offset + length));
      }

      @Override
      public void note(String link, long nanos, String text) {
        heard.add(nanos / MS + " # " + text);
      }
    };
  }

  @Test
  void aFaultyLinkWithoutFaultsChangesNothing() {
    wire.clock.run(
        () -> {
          ByteLink link = new FaultyLink(wire.link, 1, 0, 0, 0);
          wire.write(link, "0102");
          wire.deliver("aabb");
          assertThat(wire.read(link, 8, 1)).isEqualTo("aabb");
          assertThat(link.serial()).isPresent();
          assertThat(link.name()).isEqualTo("memory:wire");
        });
    assertThat(wire.written).containsExactly("0 0102");
  }

  /** All bytes received of {@link #SIZE} zeros. */
  private static byte[] received(long seed, double dropRate, double flipRate) {
    MemoryWire wire = new MemoryWire();
    byte[] into = new byte[SIZE];
    int[] have = new int[1];
    wire.clock.run(
        () -> {
          ByteLink link = new FaultyLink(wire.link, seed, dropRate, flipRate, 0);
          wire.link.deliver(new byte[SIZE], 0, SIZE);
          int n;
          while ((n = link.read(into, have[0], 100, wire.clock.nanos() + MS)) > 0) {
            have[0] += n;
          }
        });
    return java.util.Arrays.copyOf(into, have[0]);
  }

  @Test
  void bytesAreLostAtTheGivenRate() {
    assertThat(received(1, 0.1, 0)).hasSizeBetween(17_800, 18_200).containsOnly(0);
  }

  @Test
  void bytesAreSpoiltAtTheGivenRateByOneBit() {
    byte[] got = received(1, 0, 0.1);
    assertThat(got).hasSize(SIZE);
    int spoilt = 0;
    for (byte b : got) {
      assertThat(Integer.bitCount(b & 0xFF)).isLessThanOrEqualTo(1);
      spoilt += Integer.bitCount(b & 0xFF);
    }
    assertThat(spoilt).isBetween(1_800, 2_200);
  }

  @Test
  void theSameSeedSpoilsTheSameBytes() {
    assertThat(received(7, 0.1, 0.1)).isEqualTo(received(7, 0.1, 0.1));
    assertThat(received(8, 0.1, 0.1)).isNotEqualTo(received(7, 0.1, 0.1));
  }

  @Test
  void aReadThatLostEverythingWaitsForMore() {
    wire.clock.run(
        () -> {
          ByteLink link = new FaultyLink(wire.link, 1, 1, 0, 0);
          wire.deliverAt(1, "0102");
          assertThat(wire.read(link, 8, 10)).isEmpty();
          assertThat(wire.ms()).isEqualTo(10);
        });
  }

  @Test
  void aCutLinkIsGoneForGood() {
    wire.clock.run(
        () -> {
          ByteLink link = new FaultyLink(wire.link, 1, 0, 0, 1);
          assertThatThrownBy(() -> wire.write(link, "01"))
              .isInstanceOfSatisfying(
                  HalException.class, e -> assertThat(e.kind()).isEqualTo(Kind.DISCONNECTED));
          assertThatThrownBy(() -> wire.read(link, 1, 10))
              .isInstanceOfSatisfying(
                  HalException.class, e -> assertThat(e.kind()).isEqualTo(Kind.DISCONNECTED));
        });
    assertThat(wire.written).isEmpty();
  }
}
