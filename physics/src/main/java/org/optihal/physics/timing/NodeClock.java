package org.optihal.physics.timing;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import org.optihal.physics.Require;

/**
 * A node's clock: true picoseconds to the node's own and back.
 *
 * <p>Over each interval the clock runs at a constant rate: its drift, plus white frequency noise of
 * that interval, plus a random walk of frequency. The reading is the same whatever was asked
 * before, never falls, and starts at the offset. Not thread-safe.
 */
public final class NodeClock {
  /** Longest run: 4 million intervals, about 64 MB. */
  public static final int LONGEST_RUN = 4_000_000;

  private static final double FASTEST = 0.1;

  /**
   * What a clock is like.
   *
   * @param offsetPs local time at true time zero, before the resolution
   * @param driftPpb parts in 1e9 that the clock runs fast, at true time zero
   * @param whiteFrequencyDeviation Allan deviation at one second of the white frequency noise
   * @param walkFrequencyDeviation relative frequency that the random walk goes in one second
   * @param resolutionPs local readings are multiples of it, rounded down
   * @param intervalPs true time of constant rate
   */
  public record Parameters(
      long offsetPs,
      double driftPpb,
      double whiteFrequencyDeviation,
      double walkFrequencyDeviation,
      long resolutionPs,
      long intervalPs) {
    public Parameters {
      Require.within((double) offsetPs, -4e18, 4e18, "offsetPs");
      Require.within(driftPpb, -1e6, 1e6, "driftPpb");
      Require.within(whiteFrequencyDeviation, 0, 1e-4, "whiteFrequencyDeviation");
      Require.within(walkFrequencyDeviation, 0, 1e-6, "walkFrequencyDeviation");
      Require.within((double) resolutionPs, 1, 1e12, "resolutionPs");
      Require.within((double) intervalPs, 1e9, 1e15, "intervalPs");
    }

    /** A clock without noise, of one picosecond resolution. */
    public static Parameters steady(long offsetPs, double driftPpb) {
      return new Parameters(offsetPs, driftPpb, 0, 0, 1, 1_000_000_000_000L);
    }

    public Parameters withNoise(double newWhiteDeviation, double newWalkDeviation) {
      return new Parameters(
          offsetPs, driftPpb, newWhiteDeviation, newWalkDeviation, resolutionPs, intervalPs);
    }

    public Parameters withResolutionPs(long newResolutionPs) {
      return new Parameters(
          offsetPs,
          driftPpb,
          whiteFrequencyDeviation,
          walkFrequencyDeviation,
          newResolutionPs,
          intervalPs);
    }
  }

  private final Parameters parameters;
  private final DoubleSupplier gaussian;
  private double[] deviationPs = new double[16];
  private double[] rate = new double[16];
  private double walk;
  private int intervals;

  /** A clock whose noise comes from {@code gaussian}: mean 0, variance 1, its own stream. */
  public NodeClock(Parameters parameters, DoubleSupplier gaussian) {
    this.parameters = parameters;
    this.gaussian = gaussian;
    this.walk = parameters.driftPpb * 1e-9;
  }

  public Parameters parameters() {
    return parameters;
  }

  /** The node's reading at a true time, which must not be negative. */
  public long read(long truePs) {
    return Math.floorDiv(local(truePs), parameters.resolutionPs) * parameters.resolutionPs;
  }

  /** The node's time at a true time before rounding to the resolution, to one picosecond. */
  public long local(long truePs) {
    long deviation = Math.round(deviationAt(truePs));
    return Math.addExact(Math.addExact(truePs, parameters.offsetPs), deviation);
  }

  /**
   * The first true time at which {@link #local} is at least {@code localPs}.
   *
   * @throws IllegalArgumentException if that is before true time zero
   */
  public long truePs(long localPs) {
    long sought = Math.subtractExact(localPs, parameters.offsetPs);
    if (sought < 0) {
      throw new IllegalArgumentException(
          "localPs must not be before the clock's start at "
              + parameters.offsetPs
              + " ps, not "
              + localPs);
    }
    long guess = sought;
    for (int i = 0; i < 60; i++) {
      long next = Math.max(0, sought - Math.round(deviationAt(guess)));
      if (Math.abs(next - guess) <= 1) {
        guess = next;
        break;
      }
      guess = next;
    }
    while (local(guess) < localPs) {
      guess++;
    }
    while (guess > 0 && local(guess - 1) >= localPs) {
      guess--;
    }
    return guess;
  }

  /** How much faster than true time the clock runs at a true time, in parts in 1e9. */
  public double frequencyErrorPpb(long truePs) {
    int interval = reach(truePs);
    return rate[interval] * 1e9;
  }

  private double deviationAt(long truePs) {
    int interval = reach(truePs);
    long into = truePs - interval * parameters.intervalPs;
    return deviationPs[interval] + rate[interval] * into;
  }

  /** The interval of a true time, with all intervals up to it drawn in their order. */
  private int reach(long truePs) {
    long interval = Math.floorDiv(truePs, parameters.intervalPs);
    if (interval < 0 || interval >= LONGEST_RUN) {
      throw new IllegalArgumentException(
          "truePs must be from 0 to "
              + LONGEST_RUN
              + " intervals of "
              + parameters.intervalPs
              + " ps, not "
              + truePs);
    }
    while (intervals <= interval) {
      draw();
    }
    return (int) interval;
  }

  private void draw() {
    if (intervals == rate.length) {
      deviationPs = Arrays.copyOf(deviationPs, 2 * intervals);
      rate = Arrays.copyOf(rate, 2 * intervals);
    }
    double root = StrictMath.sqrt(parameters.intervalPs * 1e-12);
    double white = parameters.whiteFrequencyDeviation / root * gaussian.getAsDouble();
    double next = walk + white;
    if (!(Math.abs(next) < FASTEST)) {
      throw new IllegalStateException(
          "a clock that runs " + next + " wrong is none: its frequency noise is too large");
    }
    if (intervals > 0) {
      deviationPs[intervals] =
          deviationPs[intervals - 1] + rate[intervals - 1] * parameters.intervalPs;
    }
    rate[intervals] = next;
    walk += parameters.walkFrequencyDeviation * root * gaussian.getAsDouble();
    intervals++;
  }
}
