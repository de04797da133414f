package org.optihal.physics.keyrate;

import java.util.function.DoubleUnaryOperator;

/** Roots and maxima of functions of one variable. */
final class Search {
  private static final double GOLDEN = (StrictMath.sqrt(5) - 1) / 2;
  private static final int SCAN = 256;

  private Search() {}

  /** Where a falling function crosses zero; {@code high} if it stays positive. Bisection. */
  static double root(DoubleUnaryOperator falling, double low, double high) {
    double above = low;
    double below = high;
    while (true) {
      double middle = above + (below - above) / 2;
      if (middle <= above || middle >= below) {
        return middle;
      }
      if (falling.applyAsDouble(middle) > 0) {
        above = middle;
      } else {
        below = middle;
      }
    }
  }

  /** Where a function is largest: an even scan, then golden sections around its best point. */
  static double maximum(DoubleUnaryOperator function, double low, double high) {
    double step = (high - low) / SCAN;
    double best = low;
    double bestValue = function.applyAsDouble(low);
    for (int i = 1; i <= SCAN; i++) {
      double value = function.applyAsDouble(low + i * step);
      if (value > bestValue) {
        bestValue = value;
        best = low + i * step;
      }
    }
    double left = Math.max(low, best - step);
    double right = Math.min(high, best + step);
    // A maximum is flat: its place is known only to the square root of the rounding error.
    while (right - left > 1e-9 * high) {
      double inner = right - GOLDEN * (right - left);
      double outer = left + GOLDEN * (right - left);
      if (function.applyAsDouble(inner) < function.applyAsDouble(outer)) {
        left = inner;
      } else {
        right = outer;
      }
    }
    return left + (right - left) / 2;
  }
}
