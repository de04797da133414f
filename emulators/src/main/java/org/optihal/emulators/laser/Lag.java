package org.optihal.emulators.laser;

/** A value that follows what it is told with one time constant. */
final class Lag {
  private final double timeConstantNanos;
  private double from;
  private double to;
  private long begin;

  Lag(double value, double timeConstantNanos, long nanos) {
    this.timeConstantNanos = timeConstantNanos;
    this.from = value;
    this.to = value;
    this.begin = nanos;
  }

  void moveTo(double value, long nanos) {
    from = at(nanos);
    to = value;
    begin = nanos;
  }

  double at(long nanos) {
    return to + (from - to) * StrictMath.exp(-(nanos - begin) / timeConstantNanos);
  }
}
