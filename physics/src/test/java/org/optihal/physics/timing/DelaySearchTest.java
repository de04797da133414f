package org.optihal.physics.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optihal.physics.timing.DelaySearch.Settings;
import org.optihal.physics.timing.NodeClock.Parameters;

final class DelaySearchTest {
  private static final long SECOND = 1_000_000_000_000L;
  private static final long START = 3 * SECOND;
  private static final double JITTER = 300;

  /** Fewer bins than the default: quicker, and enough for what these tests hide. */
  private static final Settings QUICK = new Settings(20_000_000_000L, 10, JITTER, 1e-6, 1 << 16);

  /** Tags of two nodes: some events in common, the rest each its own. */
  private static long[][] streams(
      long seed, int tags, int common, long spanPs, NodeClock first, NodeClock second) {
    SplittableRandom random = new SplittableRandom(seed);
    long[][] streams = new long[2][tags];
    for (int i = 0; i < tags; i++) {
      long event = START + random.nextLong(spanPs);
      long other = i < common ? event : START + random.nextLong(spanPs);
      streams[0][i] = first.read(event + Math.round(JITTER * random.nextGaussian()));
      streams[1][i] = second.read(other + Math.round(JITTER * random.nextGaussian()));
    }
    Arrays.sort(streams[0]);
    Arrays.sort(streams[1]);
    return streams;
  }

  private static NodeClock clock(long offsetPs, double driftPpb) {
    return new NodeClock(Parameters.steady(offsetPs, driftPpb), () -> 0);
  }

  private static long[][] steady(
      long seed, int tags, int common, long spanPs, long offsetPs, double driftPpb) {
    return streams(
        seed, tags, common, spanPs, clock(-70_000, 0), clock(offsetPs - 70_000, driftPpb));
  }

  @ParameterizedTest
  @CsvSource({"1, 437123456789, 8700", "2, -489123456789, -9900"})
  void findsOnePercentInASecondOfFreeRunningClocks(long seed, long offsetPs, double driftPpb) {
    long[][] tags = steady(seed, 100_000, 1000, SECOND, offsetPs, driftPpb);
    Delay delay = new DelaySearch(Settings.DEFAULT).find(tags[0], tags[1]).orElseThrow();
    long middle = START + SECOND / 2;
    double expected = offsetPs + driftPpb * 1e-9 * middle;
    // 1000 pairs of 424 ps: the middle is known to 14 ps, the drift to 0.05 ppb.
    assertThat(delay.offsetAt(middle)).as("seed %d", seed).isCloseTo(expected, within(60.0));
    assertThat(delay.driftPpb()).as("seed %d", seed).isCloseTo(driftPpb, within(0.3));
    assertThat(delay.coincidences()).isBetween(950L, 1100L);
    assertThat(delay.significance()).isGreaterThan(50);
    assertThat(delay.toSecond(middle)).isCloseTo(middle + Math.round(expected), within(60L));
  }

  @Test
  void findsNothingWhereNothingIs() {
    DelaySearch search = new DelaySearch(QUICK);
    for (long seed = 10; seed < 20; seed++) {
      long[][] tags = steady(seed, 6000, 0, SECOND / 5, 1_000_000, 3000);
      assertThat(search.find(tags[0], tags[1])).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void findsManyDelaysInSmallStreams() {
    DelaySearch search = new DelaySearch(QUICK);
    SplittableRandom random = new SplittableRandom(30);
    for (long seed = 30; seed < 40; seed++) {
      long offset = random.nextLong(-19_000_000_000L, 19_000_000_000L);
      double drift = random.nextDouble(-9900, 9900);
      long[][] tags = steady(seed, 5000, 500, SECOND / 5, offset, drift);
      Delay delay = search.find(tags[0], tags[1]).orElseThrow();
      long middle = START + SECOND / 10;
      assertThat(delay.offsetAt(middle))
          .as("seed %d", seed)
          .isCloseTo(offset + drift * 1e-9 * middle, within(100.0));
      assertThat(delay.driftPpb()).as("seed %d", seed).isCloseTo(drift, within(2.0));
    }
  }

  @Test
  void fitReachesOverALongStreamWithRestlessClocks() {
    long seed = 50;
    SplittableRandom noise = new SplittableRandom(seed);
    Parameters first = Parameters.steady(0, 400).withNoise(1e-12, 1e-13);
    Parameters second = Parameters.steady(5_000_000, -2100).withNoise(1e-12, 1e-13);
    NodeClock a = new NodeClock(first, noise.split()::nextGaussian);
    NodeClock b = new NodeClock(second, noise.split()::nextGaussian);
    long[][] tags = streams(seed, 300_000, 30_000, 20 * SECOND, a, b);
    Delay delay = new DelaySearch(QUICK).find(tags[0], tags[1]).orElseThrow();
    assertThat(delay.coincidences()).as("seed %d", seed).isGreaterThan(29_000);
    assertThat(delay.driftPpb()).as("seed %d", seed).isCloseTo(-2500, within(0.5));
    long event = START + 18 * SECOND;
    assertThat(delay.toSecond(a.local(event)))
        .as("seed %d", seed)
        .isCloseTo(b.local(event), within(200L));
  }

  @Test
  void pulseTrainsWithoutCommonEventsAreNoDelay() {
    long seed = 60;
    SplittableRandom random = new SplittableRandom(seed);
    long period = 100_000;
    long[][] tags = new long[2][20_000];
    for (long[] stream : tags) {
      for (int i = 0; i < stream.length; i++) {
        stream[i] =
            random.nextLong(SECOND / period) * period + Math.round(JITTER * random.nextGaussian());
      }
      Arrays.sort(stream);
    }
    DelaySearch search = new DelaySearch(QUICK.withMaximumDriftPpm(0.1));
    assertThat(search.find(tags[0], tags[1])).as("seed %d", seed).isEmpty();
    for (int i = 0; i < 2000; i++) {
      tags[1][i * 10] = tags[0][i * 10] + 40 * period;
    }
    Arrays.sort(tags[1]);
    Optional<Delay> delay = search.find(tags[0], tags[1]);
    assertThat(delay.orElseThrow().offsetPs())
        .as("seed %d", seed)
        .isCloseTo(40.0 * period, within(100.0));
  }

  @Test
  void emptyAndTinyStreamsHoldNoDelay() {
    DelaySearch search = new DelaySearch(QUICK.withCoarseBins(1 << 12));
    assertThat(search.find(new long[0], new long[] {1, 2})).isEmpty();
    assertThat(search.find(new long[] {5}, new long[] {5})).isEmpty();
    assertThat(search.find(new long[] {0, SECOND}, new long[] {7, SECOND + 7})).isEmpty();
    // Streams that cannot meet within the largest offset.
    assertThat(search.find(new long[] {0, 5}, new long[] {SECOND, SECOND + 5})).isEmpty();
    long[] same = new long[100];
    assertThat(search.find(same, same)).isEmpty();
  }

  @Test
  void refusesUnsortedTagsAndBadSettings() {
    DelaySearch search = new DelaySearch(QUICK);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> search.find(new long[] {2, 1}, new long[] {1, 2}))
        .withMessageContaining("first");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> search.find(new long[] {1, 2}, new long[] {0, Long.MAX_VALUE}))
        .withMessageContaining("second");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QUICK.withCoarseBins(100_000))
        .withMessageContaining("power of two");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QUICK.withMaximumOffsetPs(-1))
        .withMessageContaining("maximumOffsetPs");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QUICK.withJitterPs(Double.NaN))
        .withMessageContaining("jitterPs");
  }
}
