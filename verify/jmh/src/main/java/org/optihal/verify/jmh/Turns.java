package org.optihal.verify.jmh;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Bursts of several contenders in turn. Only what one turn compares means anything: the cost of a
 * wake-up on a shared machine drifts by a factor of six from one second to the next.
 */
final class Turns {
  private static final double MICRO = 1e3;

  private final List<? extends Contender> contenders;
  private final int burst;
  private final double[][] medians;
  private final long[][] samples;

  private Turns(List<? extends Contender> contenders, int turns, int burst) {
    this.contenders = contenders;
    this.burst = burst;
    this.medians = new double[contenders.size()][turns];
    this.samples = new long[contenders.size()][turns * burst];
  }

  static Turns run(List<? extends Contender> contenders, int warmUp, int turns, int burst) {
    Turns t = new Turns(contenders, turns, burst);
    for (int turn = -warmUp; turn < turns; turn++) {
      t.turn(turn);
    }
    for (long[] s : t.samples) {
      Arrays.sort(s);
    }
    return t;
  }

  private void turn(int turn) {
    long[] nanos = new long[burst];
    for (int i = 0; i < contenders.size(); i++) {
      // alternating, so that nobody always comes after the same one
      int who = turn % 2 == 0 ? i : contenders.size() - 1 - i;
      contenders.get(who).burst(nanos);
      if (turn >= 0) {
        System.arraycopy(nanos, 0, samples[who], turn * burst, burst);
        Arrays.sort(nanos);
        medians[who][turn] = nanos[burst / 2] / MICRO;
      }
    }
  }

  /** Median over the turns of the burst's median, in microseconds. */
  double median(int who) {
    return middle(medians[who]);
  }

  /** Of all exchanges, in microseconds. */
  double percentile99(int who) {
    return samples[who][samples[who].length * 99 / 100] / MICRO;
  }

  /** Median over the turns of the ratio of two contenders' medians. */
  double ratio(int who, int to) {
    double[] r = new double[medians[who].length];
    Arrays.setAll(r, i -> medians[who][i] / medians[to][i]);
    return middle(r);
  }

  /** Median over the turns of the difference of two contenders' medians, in microseconds. */
  double difference(int who, int to) {
    double[] d = new double[medians[who].length];
    Arrays.setAll(d, i -> medians[who][i] - medians[to][i]);
    return middle(d);
  }

  private static double middle(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** One line for each contender, compared with the first. */
  String table() {
    StringBuilder s =
        new StringBuilder(
            String.format(
                Locale.ROOT, "%-34s %10s %10s %8s%n", "", "median us", "p99 us", "ratio"));
    for (int i = 0; i < contenders.size(); i++) {
      s.append(
          String.format(
              Locale.ROOT,
              "%-34s %10.1f %10.1f %8.2f%n",
              contenders.get(i).name(),
              median(i),
              percentile99(i),
              ratio(i, 0)));
    }
    return s.toString();
  }
}
