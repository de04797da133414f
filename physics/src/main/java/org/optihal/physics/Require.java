package org.optihal.physics;

/**
 * Checks of arguments: a formula outside its domain has no answer, so it gives none. Each method
 * returns the value that it was given, or throws an IllegalArgumentException that names it.
 */
public final class Require {
  private Require() {}

  public static double finite(double value, String name) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be a finite number, not " + value);
    }
    return value;
  }

  public static double positive(double value, String name) {
    if (!(finite(value, name) > 0)) {
      throw new IllegalArgumentException(name + " must be positive, not " + value);
    }
    return value;
  }

  public static double notNegative(double value, String name) {
    if (!(finite(value, name) >= 0)) {
      throw new IllegalArgumentException(name + " must not be negative, not " + value);
    }
    return value;
  }

  /** Between 0 and 1, both included. */
  public static double fraction(double value, String name) {
    return within(value, 0, 1, name);
  }

  /** Between {@code low} and {@code high}, both included. */
  public static double within(double value, double low, double high, String name) {
    if (!(finite(value, name) >= low && value <= high)) {
      throw new IllegalArgumentException(
          name + " must be between " + low + " and " + high + ", not " + value);
    }
    return value;
  }
}
