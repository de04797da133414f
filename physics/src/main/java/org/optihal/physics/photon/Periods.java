package org.optihal.physics.photon;

/** Where a periodic process stands at a time. */
final class Periods {
  private static final double PICOSECONDS = 1e12;

  private Periods() {}

  static double period(double rate) {
    return PICOSECONDS / rate;
  }

  /**
   * The last start of a period at or before {@code origin}, relative to it, all in ps. Remainders
   * of doubles are exact, so the phase holds over any time.
   */
  static double lastStart(long origin, double period, double phaseSeconds) {
    long low = origin & 0xFF_FFFF;
    double high = origin - low; // has few enough bits for a double
    double start = (phaseSeconds * PICOSECONDS) % period - (high % period + low) % period;
    if (start > 0) {
      start -= period;
    }
    return start <= -period ? start + period : start;
  }
}
