package org.optihal.emulators.laser;

/** Light at a laser's output over time: exponential towards a power, and truly dark at the end. */
final class OpticalOutput {
  /** Time constant of the power control loop; assumed. */
  static final long SETTLING_NANOS = 80_000_000;

  private static final long NEVER = Long.MAX_VALUE;
  private static final double FADE = 5; // time constants until what is left is cut off

  private final long darkNanos;
  private long begin;
  private double from;
  private double to;
  private long relight = NEVER;
  private double relitTo;

  /**
   * @param darkNanos until the last light is gone
   * @param nanos present time
   */
  OpticalOutput(long darkNanos, long nanos) {
    this.darkNanos = darkNanos;
    this.begin = nanos;
  }

  /** Goes dark, and makes light again from {@code relightNanos} on. */
  void interrupt(long nanos, long relightNanos, double milliwatts) {
    dark(nanos);
    relight = relightNanos;
    relitTo = milliwatts;
  }

  void dark(long nanos) {
    from = milliwatts(nanos);
    to = 0;
    begin = nanos;
    relight = NEVER;
  }

  /** A new set point; no light is made that was not there or on its way. */
  void power(long nanos, double milliwatts) {
    if (relight != NEVER && nanos < relight) {
      relitTo = milliwatts;
    } else if (relight != NEVER || to > 0) {
      from = milliwatts(nanos);
      to = milliwatts;
      begin = nanos;
      relight = NEVER;
    }
  }

  /** Whether light is being made, settled or not. */
  boolean isLit(long nanos) {
    return to > 0 || nanos >= relight;
  }

  double milliwatts(long nanos) {
    if (nanos >= relight) {
      return relitTo * -StrictMath.expm1(-(double) (nanos - relight) / SETTLING_NANOS);
    }
    double elapsed = nanos - begin;
    if (to > 0) {
      return to + (from - to) * StrictMath.exp(-elapsed / SETTLING_NANOS);
    }
    return elapsed >= darkNanos ? 0 : from * StrictMath.exp(-FADE * elapsed / darkNanos);
  }
}
