package org.optihal.physics.roadm;

import java.util.HashMap;
import java.util.Map;
import org.optihal.physics.Require;
import org.optihal.physics.light.Decibels;

/**
 * Crosstalk of an optical switch, from each input port to each output port that it is not connected
 * to; zero or negative dB relative to the input power. One value holds for all pairs but those
 * given on their own, and a pair need not equal its reverse. Ports are numbered as on the device.
 */
public final class CrosstalkMatrix {
  private static final double LOWEST_DB = -300;

  private final double defaultDb;
  private final Map<Pair, Double> exceptions;

  private CrosstalkMatrix(double defaultDb, Map<Pair, Double> exceptions) {
    this.defaultDb = defaultDb;
    this.exceptions = exceptions;
  }

  /** The same crosstalk for every pair. */
  public static CrosstalkMatrix uniform(double crosstalkDb) {
    return new CrosstalkMatrix(checked(crosstalkDb), Map.of());
  }

  /**
   * This matrix with another value for light that enters at {@code input}, seen at {@code output}.
   */
  public CrosstalkMatrix with(int input, int output, double crosstalkDb) {
    Map<Pair, Double> changed = new HashMap<>(exceptions);
    changed.put(new Pair(input, output), checked(crosstalkDb));
    return new CrosstalkMatrix(defaultDb, Map.copyOf(changed));
  }

  public double crosstalkDb(int input, int output) {
    return exceptions.getOrDefault(new Pair(input, output), defaultDb);
  }

  /** Fraction of the power at {@code input} that appears at {@code output}. */
  public double crosstalk(int input, int output) {
    return Decibels.toRatio(crosstalkDb(input, output));
  }

  private static double checked(double crosstalkDb) {
    return Require.within(crosstalkDb, LOWEST_DB, 0, "crosstalkDb");
  }

  private record Pair(int input, int output) {}
}
