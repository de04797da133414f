package org.optihal.physics.keyrate;

import org.optihal.physics.Require;

/** Checks that only key rates need. */
final class Arguments {
  private Arguments() {}

  static double atLeastOne(double value, String name) {
    if (!(Require.finite(value, name) >= 1)) {
      throw new IllegalArgumentException(name + " must be at least 1, not " + value);
    }
    return value;
  }

  /** Between 0 and 1, both excluded. */
  static double properFraction(double value, String name) {
    if (!(Require.finite(value, name) > 0 && value < 1)) {
      throw new IllegalArgumentException(
          name + " must be between 0 and 1, both excluded, not " + value);
    }
    return value;
  }
}
