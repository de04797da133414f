package org.optihal.node.experiment;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.optihal.hal.bench.DetectorElements;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.MeterKinds;
import org.optihal.hal.error.HalException;
import org.optihal.physics.random.RandomStream;
import org.optihal.physics.timing.Delay;
import org.optihal.physics.timing.DelaySearch;
import org.optihal.physics.timing.NodeClock;

/**
 * Finds how the clocks of two nodes lie to each other, from nothing but the times at which either
 * saw photons of one pair source. Times are drawn one by one, so it measures at the first sample
 * and then once an hour; in between it has no values.
 */
final class DelayMeter implements Meter {
  private static final double EVERY_SECONDS = 3600;

  /** More are not needed to find a delay, and a bright source would fill the memory. */
  private static final double MAX_TAGS = 2e6;

  private static final double FWHM = 2 * StrictMath.sqrt(2 * StrictMath.log(2));
  private static final double PICOS = 1e12;

  private static final List<Quantity> QUANTITIES =
      List.of(
          Quantity.plain("found", Unit.SHARE, "Whether a delay stood out"),
          Quantity.plain("found-offset", Unit.SECONDS, "Second clock less first, as found"),
          Quantity.plain("true-offset", Unit.SECONDS, "As it was, the light's travel in it"),
          Quantity.error("error", Unit.SECONDS, "Size of the difference of the two"),
          Quantity.plain(
              "found-drift", Unit.NUMBER, "Second clock's rate over the first's, less 1"),
          Quantity.plain("true-drift", Unit.NUMBER, "As it was"),
          Quantity.plain("significance", Unit.NUMBER, "Deviations above chance"),
          Quantity.plain("coincidences", Unit.NUMBER, "Pairs of times that belong together"));

  private final MeterBench bench;
  private final RandomStream random;
  private final String source;
  private final double window;
  private final DelaySearch search;
  private final Side first;
  private final Side second;
  private double due;

  /** One of the two detectors with its clock. */
  private record Side(String detector, NodeClock clock, double jitterPs) {}

  DelayMeter(Element meter, MeterBench bench) {
    this.bench = bench;
    this.random = bench.random(meter);
    this.source = EntanglementMeter.pairSource(meter, bench).id();
    List<String> detectors = MeterBench.ids(MeterKinds.DETECTORS.of(meter));
    if (detectors.size() != 2) {
      throw HalException.configuration(meter + ", detectors: there are two");
    }
    this.window = seconds(MeterKinds.DELAY_WINDOW.of(meter));
    if (!(window > 0)) {
      throw HalException.configuration(meter + ", window: it is above zero");
    }
    this.first = side(meter, detectors.get(0));
    this.second = side(meter, detectors.get(1));
    double jitter =
        StrictMath.sqrt((first.jitterPs * first.jitterPs + second.jitterPs * second.jitterPs) / 2);
    this.search =
        new DelaySearch(
            DelaySearch.Settings.DEFAULT
                .withMaximumOffsetPs(Math.round(seconds(MeterKinds.DELAY_RANGE.of(meter)) * PICOS))
                .withJitterPs(Math.max(1, jitter)));
  }

  private Side side(Element meter, String id) {
    Element detector =
        bench
            .element(id)
            .orElseThrow(() -> HalException.configuration(meter + ": " + id + " is no element"));
    double fwhm =
        detector.kind().equals(DetectorElements.SNSPD.name())
            ? DetectorElements.SNSPD_JITTER.of(detector).value()
            : DetectorElements.SPAD_JITTER.of(detector).value();
    RandomStream noise = new RandomStream(random.bits());
    NodeClock.Parameters clock =
        DetectorElements.CLOCK
            .find(detector)
            .flatMap(bench::element)
            .map(DelayMeter::parameters)
            .orElse(NodeClock.Parameters.steady(0, 0));
    DoubleSupplier gaussian = noise::gaussian;
    return new Side(id, new NodeClock(clock, gaussian), fwhm / FWHM);
  }

  /** Wander is told per hour: a random walk goes as the root of time. */
  private static NodeClock.Parameters parameters(Element clock) {
    return NodeClock.Parameters.steady(
            Math.round(seconds(DetectorElements.NODE_CLOCK_OFFSET.of(clock)) * PICOS),
            DetectorElements.NODE_CLOCK_DRIFT.of(clock) * 1e9)
        .withNoise(0, DetectorElements.NODE_CLOCK_WANDER.of(clock) / 60);
  }

  private static double seconds(Duration d) {
    return d.toNanos() / 1e9;
  }

  @Override
  public List<Quantity> quantities() {
    return QUANTITIES;
  }

  @Override
  public double[] sample(double now, double seconds) {
    double[] values = new double[QUANTITIES.size()];
    Arrays.fill(values, Double.NaN);
    if (now < due) {
      return values;
    }
    due = now + EVERY_SECONDS;
    PairArm a = PairArm.of(bench, first.detector, source);
    PairArm b = PairArm.of(bench, second.detector, source);
    long start = Math.round(now * PICOS);
    Optional<Delay> found = record(a, b, start);
    values[0] = found.isPresent() ? 1 : 0;
    if (found.isEmpty()) {
      return values;
    }
    Delay delay = found.get();
    long emitted = first.clock.truePs(delay.referencePs()) - Math.round(a.delayPicos());
    long atSecond = emitted + Math.round(b.delayPicos());
    double truth = second.clock.local(atSecond) - delay.referencePs();
    double drift =
        (1 + second.clock.frequencyErrorPpb(atSecond) * 1e-9)
                / (1 + first.clock.frequencyErrorPpb(emitted) * 1e-9)
            - 1;
    values[1] = delay.offsetPs() / PICOS;
    values[2] = truth / PICOS;
    values[3] = Math.abs(delay.offsetPs() - truth) / PICOS;
    values[4] = delay.driftPpb() * 1e-9;
    values[5] = drift;
    values[6] = delay.significance();
    values[7] = delay.coincidences();
    return values;
  }

  private Optional<Delay> record(PairArm a, PairArm b, long start) {
    double pairs = Math.min(a.sent(), b.sent());
    double both = pairs * a.efficiency() * b.efficiency();
    double alone = pairs * a.efficiency() * (1 - b.efficiency()) + a.noiseRate();
    double other = pairs * b.efficiency() * (1 - a.efficiency()) + b.noiseRate();
    double length = Math.min(window, MAX_TAGS / Math.max(1, 2 * both + alone + other));
    long[] common = times(both, length, start);
    return search.find(
        tags(first, common, a.delayPicos(), times(alone, length, start)),
        tags(second, common, b.delayPicos(), times(other, length, start)));
  }

  /** True times of independent events at a rate, in no order. */
  private long[] times(double rate, double length, long start) {
    long[] times = new long[(int) random.poisson(rate * length)];
    for (int i = 0; i < times.length; i++) {
      times[i] = start + (long) (random.uniform() * length * PICOS);
    }
    return times;
  }

  /** What one node writes down of the pairs that it saw and of all else. */
  private long[] tags(Side side, long[] common, double delayPicos, long[] alone) {
    long[] tags = Arrays.copyOf(common, common.length + alone.length);
    System.arraycopy(alone, 0, tags, common.length, alone.length);
    for (int i = 0; i < tags.length; i++) {
      double late = (i < common.length ? delayPicos : 0) + side.jitterPs * random.gaussian();
      tags[i] = side.clock.read(Math.max(0, tags[i] + Math.round(late)));
    }
    Arrays.sort(tags);
    return tags;
  }
}
