package org.optihal.node.experiment;

import java.util.Arrays;

/** Values over time, as they came. */
public final class Track {
  private double[] seconds = new double[64];
  private double[] values = new double[64];
  private int size;

  void add(double second, double value) {
    if (size == values.length) {
      seconds = Arrays.copyOf(seconds, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    seconds[size] = second;
    values[size++] = value;
  }

  /** Since the run began. */
  public double[] seconds() {
    return Arrays.copyOf(seconds, size);
  }

  /** NaN where there was none. */
  public double[] values() {
    return Arrays.copyOf(values, size);
  }

  /** Mean, least, largest and last of the values there were. */
  public Summary summary() {
    double sum = 0;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double last = Double.NaN;
    int count = 0;
    int finite = 0;
    for (int i = 0; i < size; i++) {
      if (!Double.isNaN(values[i])) {
        if (Double.isFinite(values[i])) { // darkness has no decibels to take a mean of
          sum += values[i];
          finite++;
        }
        low = Math.min(low, values[i]);
        high = Math.max(high, values[i]);
        last = values[i];
        count++;
      }
    }
    return count == 0
        ? new Summary(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN)
        : new Summary(count, finite == 0 ? last : sum / finite, low, high, last);
  }

  /**
   * Values in short; all NaN when there were none.
   *
   * @param mean of the finite values as they are told, decibels too
   */
  public record Summary(int count, double mean, double min, double max, double last) {}
}
