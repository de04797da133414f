package org.optihal.physics.photon;

import java.util.function.DoubleUnaryOperator;

/** Where a function that falls, or stays, has the value of its argument. */
final class Crossing {
  private static final double CLOSE = 1e-14;
  private static final int MOST = 200;

  private Crossing() {}

  /**
   * Regula falsi in the Illinois form; M. Dowell and P. Jarratt, BIT 11, 168 (1971).
   *
   * @param low not above the crossing
   */
  static double of(DoubleUnaryOperator falling, double low) {
    double left = low;
    double right = falling.applyAsDouble(low);
    double above = right - left;
    double below = falling.applyAsDouble(right) - right;
    int side = 0;
    for (int i = 0; i < MOST && above > 0 && below < 0 && right - left > CLOSE * right; i++) {
      double middle = left + (right - left) * (above / (above - below));
      double difference = falling.applyAsDouble(middle) - middle;
      if (Math.abs(difference) <= CLOSE * middle) {
        return middle;
      }
      if (difference > 0) {
        left = middle;
        above = difference;
        below = side == 1 ? below / 2 : below;
        side = 1;
      } else {
        right = middle;
        below = difference;
        above = side == -1 ? above / 2 : above;
        side = -1;
      }
    }
    return above <= 0 ? left : right;
  }
}
