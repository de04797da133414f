package org.optihal.emulators.light.element;

import java.util.Comparator;
import java.util.List;
import org.optihal.hal.bench.ElementTypes.Band;

/** Pass bands in order, of which those are found quickly that a range of frequency meets. */
final class BandIndex {
  private final double[] low;
  private final double[] high;

  /** The highest edge of a band and all below it. */
  private final double[] reach;

  BandIndex(List<Band> bands) {
    List<Band> ascending = bands.stream().sorted(Comparator.comparingDouble(Band::low)).toList();
    low = ascending.stream().mapToDouble(Band::low).toArray();
    high = ascending.stream().mapToDouble(Band::high).toArray();
    reach = high.clone();
    for (int i = 1; i < reach.length; i++) {
      reach[i] = Math.max(reach[i], reach[i - 1]);
    }
  }

  /**
   * The part of light, flat from {@code lower} to {@code upper}, that is in the bands; above one
   * where they overlap.
   */
  double share(double lower, double upper) {
    double sum = 0;
    for (int i = countBelow(upper) - 1; i >= 0 && reach[i] > lower; i--) {
      sum += PassBands.share(lower, upper, low[i], high[i]);
    }
    return sum;
  }

  /** How many bands begin below a frequency. */
  private int countBelow(double hertz) {
    int from = 0;
    int to = low.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (low[middle] < hertz) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
