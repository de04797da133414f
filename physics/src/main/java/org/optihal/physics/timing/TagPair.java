package org.optihal.physics.timing;

import java.util.Arrays;

/** Two sorted streams of tags, and the walk over the pairs near a line between them. */
@SuppressWarnings("ArrayRecordComponent") // Shared on purpose: streams are large and only read.
record TagPair(long[] first, long[] second) {
  /** Where tags of the second clock lie after those of the first, relative to a reference. */
  record Line(double offsetPs, double drift) {
    Line plus(double moreOffsetPs, double moreDrift) {
      return new Line(offsetPs + moreOffsetPs, drift + moreDrift);
    }
  }

  /** A pair near a line. */
  interface Visitor {
    /**
     * Takes a pair.
     *
     * @param time of the first tag, from the reference
     * @param residual of the second tag, from the line
     */
    void visit(double time, double residual);
  }

  /** Tags of the first stream from index {@code begin} to before {@code end}. */
  record Window(int begin, int end, long fromPs, long toPs) {
    int tags() {
      return end - begin;
    }

    double spanPs() {
      return Math.max(1, toPs - fromPs);
    }

    long middlePs() {
      return fromPs + (toPs - fromPs) / 2;
    }
  }

  Window window(long fromPs, long toPs) {
    return new Window(
        lowerBound(first, fromPs), lowerBound(first, Math.addExact(toPs, 1)), fromPs, toPs);
  }

  /** Index of the first tag that is not before a time. */
  static int lowerBound(long[] tags, long time) {
    int found = Arrays.binarySearch(tags, time);
    if (found < 0) {
      return -found - 1;
    }
    while (found > 0 && tags[found - 1] == time) {
      found--;
    }
    return found;
  }

  /** Pairs that chance gives to a picosecond of residual, from the second stream's mean rate. */
  double pairsPerPs(Window window) {
    double span = Math.max(1, second[second.length - 1] - second[0]);
    return window.tags() * (second.length / span);
  }

  /** Visits all pairs of a window whose residual is within {@code reach}. */
  void visit(Window window, long referencePs, Line line, double reach, Visitor visitor) {
    if (window.tags() == 0) {
      return;
    }
    int start =
        lowerBound(
            second,
            first[window.begin]
                + (long)
                    Math.floor(
                        line.offsetPs
                            + line.drift * (first[window.begin] - referencePs)
                            - reach
                            - 1));
    for (int i = window.begin; i < window.end; i++) {
      double time = first[i] - referencePs;
      double delay = line.offsetPs + line.drift * time;
      while (start < second.length && second[start] - first[i] < delay - reach) {
        start++;
      }
      for (int j = start; j < second.length; j++) {
        double residual = second[j] - first[i] - delay;
        if (residual > reach) {
          break;
        }
        visitor.visit(time, residual);
      }
    }
  }
}
