package org.optihal.node.plot;

import java.util.Arrays;

/** Values over a horizontal axis; one that is not finite makes a gap. */
public final class Series {
  private final String name;
  private final double[] x;
  private final double[] y;

  /**
   * @param name for the legend
   * @param x ascending
   * @param y as many
   */
  public Series(String name, double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          name + " has " + x.length + " places for " + y.length + " values");
    }
    this.name = name;
    this.x = x.clone();
    this.y = y.clone();
  }

  public String name() {
    return name;
  }

  int size() {
    return x.length;
  }

  double x(int i) {
    return x[i];
  }

  double y(int i) {
    return y[i];
  }

  /** The largest finite value, or negative infinity. */
  double highest() {
    return Arrays.stream(y).filter(Double::isFinite).max().orElse(Double.NEGATIVE_INFINITY);
  }
}
