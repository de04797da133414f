package org.optihal.emulators.light;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The bins in which noise is flat. Each edge of a pass band is an edge of a bin, so narrow filters
 * are exact; between them bins are at most {@link #COARSE} wide.
 */
public final class SpectralGrid {
  /** 1650 nm and 1260 nm: from the O to the L band, where fibres are known. */
  public static final double LOW = 299_792_458 / 1650e-9;

  public static final double HIGH = 299_792_458 / 1260e-9;

  /** Widest bin, in hertz. */
  public static final double COARSE = 100e9;

  /** Edges nearer to each other than this are one. */
  private static final double SAME = 1e6;

  private static final SortedSet<Double> RASTER = raster();

  private final double[] edges;
  private final List<double[]> watched;

  /**
   * @param more edges that it must have, in hertz; those outside its range are left out
   * @param watched ranges, low and high, in which somebody looks for faint light
   */
  public SpectralGrid(List<Double> more, List<double[]> watched) {
    this.watched = merged(watched);
    TreeSet<Double> all = new TreeSet<>(RASTER);
    for (double f : more) {
      Double below = all.floor(f + SAME);
      if (f > LOW && f < HIGH && (below == null || below < f - SAME)) {
        all.add(f);
      }
    }
    this.edges = all.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Ascending, apart from each other, and within what the grid covers. */
  private static List<double[]> merged(List<double[]> ranges) {
    List<double[]> ascending = new ArrayList<>(ranges);
    ascending.sort(Comparator.comparingDouble(range -> range[0]));
    List<double[]> all = new ArrayList<>();
    for (double[] range : ascending) {
      double low = Math.max(range[0], LOW);
      double high = Math.min(range[1], HIGH);
      double[] last = all.isEmpty() ? null : all.get(all.size() - 1);
      if (low >= high) {
        continue;
      }
      if (last != null && low <= last[1]) {
        last[1] = Math.max(last[1], high);
      } else {
        all.add(new double[] {low, high});
      }
    }
    return List.copyOf(all);
  }

  private static SortedSet<Double> raster() {
    SortedSet<Double> raster = new TreeSet<>(List.of(LOW, HIGH));
    for (double f = StrictMath.ceil(LOW / COARSE) * COARSE; f < HIGH; f += COARSE) {
      raster.add(f);
    }
    return raster;
  }

  /**
   * Ranges, low and high, in which somebody looks for faint light, ascending and apart from each
   * other; not to be changed.
   */
  public List<double[]> watched() {
    return watched;
  }

  /** The bin that holds a frequency, or -1. */
  public int bin(double hertz) {
    int at = Arrays.binarySearch(edges, hertz);
    int bin = at >= 0 ? at : -at - 2;
    return bin < bins() ? bin : -1;
  }

  public int bins() {
    return edges.length - 1;
  }

  /** n + 1 frequencies in hertz, ascending. */
  public double[] edges() {
    return edges.clone();
  }

  public double low(int bin) {
    return edges[bin];
  }

  public double high(int bin) {
    return edges[bin + 1];
  }

  public double center(int bin) {
    return (edges[bin] + edges[bin + 1]) / 2;
  }

  public double width(int bin) {
    return edges[bin + 1] - edges[bin];
  }
}
