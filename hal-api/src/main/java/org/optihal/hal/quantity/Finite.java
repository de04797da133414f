package org.optihal.hal.quantity;

import org.optihal.hal.error.HalException;

/** Quantities hold finite numbers: what is not known is a reading's quality, never NaN. */
final class Finite {
  private Finite() {}

  static void check(double value, String what) {
    if (!Double.isFinite(value)) {
      throw HalException.outOfRange("a " + what + " must be a finite number");
    }
  }
}
