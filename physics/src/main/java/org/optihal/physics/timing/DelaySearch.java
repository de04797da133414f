package org.optihal.physics.timing;

import java.util.Optional;
import org.optihal.physics.Require;

/**
 * Finds how two streams of time-tags lie to each other whose clocks share nothing: offset and
 * relative drift, from the few events that both have seen.
 *
 * <p>The streams are folded onto a period and correlated by Fourier transform, once for each drift
 * that smears a bin no further (Ho, Lamas-Linares and Kurtsiefer, New J. Phys. 11, 045011, 2009, do
 * so without the drifts). The best candidates are followed into ever finer bins of offset and
 * drift, and the line is fitted over parts of the stream. The time is that of {@code bins
 * log(bins)} for each drift, about a second at the settings' defaults; the memory is about 64 bytes
 * for each bin, whatever the streams' length.
 */
public final class DelaySearch {
  private static final int ENOUGH_TAGS = 1 << 17;
  private static final int TOO_MANY_TAGS = 1 << 19;

  /**
   * What is searched.
   *
   * @param maximumOffsetPs largest difference of the clocks, of either sign
   * @param maximumDriftPpm largest relative drift, of either sign
   * @param jitterPs standard deviation of one tag, resolution included
   * @param falseAlarmProbability of an answer where there is none
   * @param coarseBins of the folded streams, a power of two; more find weaker correlations and take
   *     longer by their square. Where they find nothing, twice as many are tried
   */
  public record Settings(
      long maximumOffsetPs,
      double maximumDriftPpm,
      double jitterPs,
      double falseAlarmProbability,
      int coarseBins) {
    /** Half a second, 10 ppm, 300 ps, one false answer in a million, 2^20 bins. */
    public static final Settings DEFAULT = new Settings(500_000_000_000L, 10, 300, 1e-6, 1 << 20);

    public Settings {
      Require.within((double) maximumOffsetPs, 1e3, 1e15, "maximumOffsetPs");
      Require.within(maximumDriftPpm, 0, 200, "maximumDriftPpm");
      Require.within(jitterPs, 1, 1e9, "jitterPs");
      Require.within(falseAlarmProbability, 1e-15, 0.1, "falseAlarmProbability");
      Require.within(coarseBins, 1 << 10, 1 << 22, "coarseBins");
      if (Integer.bitCount(coarseBins) != 1) {
        throw new IllegalArgumentException("coarseBins must be a power of two, not " + coarseBins);
      }
    }

    public Settings withMaximumOffsetPs(long newMaximum) {
      return new Settings(newMaximum, maximumDriftPpm, jitterPs, falseAlarmProbability, coarseBins);
    }

    public Settings withMaximumDriftPpm(double newMaximum) {
      return new Settings(maximumOffsetPs, newMaximum, jitterPs, falseAlarmProbability, coarseBins);
    }

    public Settings withJitterPs(double newJitterPs) {
      return new Settings(
          maximumOffsetPs, maximumDriftPpm, newJitterPs, falseAlarmProbability, coarseBins);
    }

    public Settings withCoarseBins(int newBins) {
      return new Settings(
          maximumOffsetPs, maximumDriftPpm, jitterPs, falseAlarmProbability, newBins);
    }

    /** Picoseconds that hold nearly all differences of two tags of one event, from end to end. */
    double coincidenceWindowPs() {
      return 6 * StrictMath.sqrt(2) * jitterPs;
    }

    double maximumDrift() {
      return maximumDriftPpm * 1e-6;
    }
  }

  private final Settings settings;

  public DelaySearch(Settings settings) {
    this.settings = settings;
  }

  /**
   * The delay from the first to the second stream, or none if no delay stands out: from chance by
   * the settings' false-alarm probability, and from its neighbors, which a train of pulses without
   * common events makes all alike.
   *
   * @param first tags in picoseconds of the first clock, never falling
   * @param second tags in picoseconds of the second clock, never falling
   * @throws IllegalArgumentException if a stream is not in order or spans more than 2^61 ps
   */
  public Optional<Delay> find(long[] first, long[] second) {
    requireSorted(first, "first");
    requireSorted(second, "second");
    if (first.length < 2 || second.length < 2) {
      return Optional.empty();
    }
    TagPair tags = new TagPair(first, second);
    TagPair.Window window = coarseWindow(tags);
    if (window.tags() < 2) {
      return Optional.empty();
    }
    // Twice the bins find what is weaker by the root of two, and take four times as long.
    return search(settings.coarseBins(), tags, window)
        .or(() -> search(2 * settings.coarseBins(), tags, window));
  }

  private Optional<Delay> search(int bins, TagPair tags, TagPair.Window window) {
    CoarseSearch coarse = new CoarseSearch(settings, bins, tags, window);
    FineSearch fine = new FineSearch(settings, tags, window);
    return coarse.candidates().stream()
        .limit(fine.affordable(coarse.binPs()))
        .map(candidate -> fine.follow(candidate, coarse.binPs(), coarse.driftStep()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /**
   * The part of the first stream for the coarse search, in the middle of what the second one can
   * have seen: twice the largest offset long and with enough tags, if there are as many. A longer
   * one makes the background grow as fast as the square of the signal.
   */
  private TagPair.Window coarseWindow(TagPair tags) {
    long[] first = tags.first();
    long[] second = tags.second();
    long low = Math.max(first[0], Math.subtractExact(second[0], settings.maximumOffsetPs));
    long high =
        Math.min(
            first[first.length - 1],
            Math.addExact(second[second.length - 1], settings.maximumOffsetPs));
    if (low >= high) {
      return tags.window(0, -1);
    }
    long middle = low + (high - low) / 2;
    long half = Math.min(settings.maximumOffsetPs, high - middle);
    TagPair.Window window = tags.window(middle - half, middle + half);
    while (window.tags() < ENOUGH_TAGS && half < high - middle) {
      half = Math.min(2 * half, high - middle);
      window = tags.window(middle - half, middle + half);
    }
    while (window.tags() > TOO_MANY_TAGS && half > 1) {
      half /= 2;
      window = tags.window(middle - half, middle + half);
    }
    return window;
  }

  private static void requireSorted(long[] tags, String name) {
    for (int i = 1; i < tags.length; i++) {
      if (tags[i] < tags[i - 1]) {
        throw new IllegalArgumentException(
            name + " must never fall, but tag " + i + " is before the one before it");
      }
    }
    if (tags.length > 0) {
      Require.within((double) tags[0], -0x1p61, 0x1p61, name);
      Require.within((double) tags[tags.length - 1], -0x1p61, 0x1p61, name);
    }
  }
}
