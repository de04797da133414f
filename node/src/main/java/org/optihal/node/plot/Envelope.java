package org.optihal.node.plot;

import java.util.function.DoubleUnaryOperator;

/**
 * The path of a series with no more points than can be seen: of all that fall into one column of
 * the picture, the first and the last, the lowest and the highest.
 */
final class Envelope {
  private final DoubleUnaryOperator toX;
  private final DoubleUnaryOperator toY;
  private final StringBuilder path = new StringBuilder();
  private long column = Long.MIN_VALUE;
  private int first = -1;
  private int last;
  private int lowest;
  private int highest;
  private boolean pen;
  private boolean alone;

  Envelope(DoubleUnaryOperator toX, DoubleUnaryOperator toY) {
    this.toX = toX;
    this.toY = toY;
  }

  /** Path data; gaps where a place or value is not finite in the picture. */
  String path(Series s) {
    for (int i = 0; i < s.size(); i++) {
      double x = toX.applyAsDouble(s.x(i));
      if (!Double.isFinite(x) || !Double.isFinite(toY.applyAsDouble(s.y(i)))) {
        flush(s);
        lift();
        continue;
      }
      long here = Math.round(x);
      if (here != column) {
        flush(s);
        column = here;
        first = lowest = highest = i;
      }
      last = i;
      lowest = s.y(i) < s.y(lowest) ? i : lowest;
      highest = s.y(i) > s.y(highest) ? i : highest;
    }
    flush(s);
    lift();
    return path.toString();
  }

  private void flush(Series s) {
    if (first < 0) {
      return;
    }
    int before = -1;
    for (int i : new int[] {first, Math.min(lowest, highest), Math.max(lowest, highest), last}) {
      if (i != before) {
        draw(toX.applyAsDouble(s.x(i)), toY.applyAsDouble(s.y(i)));
      }
      before = i;
    }
    first = -1;
  }

  private void draw(double x, double y) {
    path.append(pen ? 'L' : 'M').append(Svg.coordinate(x)).append(' ').append(Svg.coordinate(y));
    alone = !pen;
    pen = true;
  }

  /** A single point would leave no trace without a stroke. */
  private void lift() {
    if (pen && alone) {
      path.append("h0.1");
    }
    pen = false;
    column = Long.MIN_VALUE;
  }
}
