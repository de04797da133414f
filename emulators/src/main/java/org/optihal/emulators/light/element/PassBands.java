package org.optihal.emulators.light.element;

import java.util.List;

/** What pass bands have in common. */
final class PassBands {
  /** Nobody puts a wider filter before a quantum receiver to see faint light, in hertz. */
  private static final double WIDEST_WATCHED = 1e12;

  private PassBands() {}

  /** A narrow band is there to see faint light in it. */
  static List<double[]> watched(double low, double high) {
    return high - low <= WIDEST_WATCHED ? List.of(new double[] {low, high}) : List.of();
  }

  /** The part of light, flat from {@code low} to {@code high}, that is in a band. */
  static double share(double low, double high, double bandLow, double bandHigh) {
    double inside = Math.min(high, bandHigh) - Math.max(low, bandLow);
    return Math.max(0, inside) / (high - low);
  }
}
