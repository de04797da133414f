package org.optihal.emulators.laser;

/** A value that a fault moves linearly to where it then stays. */
final class Ramp {
  private double from;
  private double to;
  private long begin;
  private long end;

  Ramp(long nanos) {
    begin = nanos;
    end = nanos;
  }

  void moveTo(double value, long nanos, long overNanos) {
    from = at(nanos);
    to = value;
    begin = nanos;
    end = nanos + overNanos;
  }

  double at(long nanos) {
    return nanos >= end ? to : from + (to - from) * (nanos - begin) / (end - begin);
  }

  boolean isMoving(long nanos) {
    return nanos < end && from != to;
  }
}
