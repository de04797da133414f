package org.optihal.physics.photon;

/** The gates of a detector, numbered from the last that opened at or before time 0; times in ps. */
final class GateGrid {
  private final double period;
  private final double frequency;
  private final double width;
  private final double start;
  private final double[] profile;
  private final boolean flat;
  private final int blankedGates;

  GateGrid(Gate gate, long origin) {
    period = Periods.period(gate.rate());
    frequency = 1 / period;
    width = Math.min(period, gate.width() * 1e12);
    start = Periods.lastStart(origin, period, gate.phase());
    profile = gate.profile().stream().mapToDouble(Double::doubleValue).toArray();
    flat = gate.profile().stream().allMatch(value -> value == 1);
    blankedGates = gate.blankedGates();
  }

  double width() {
    return width;
  }

  int blankedGates() {
    return blankedGates;
  }

  /** Of the gate that opened last. */
  double index(double time) {
    return Math.floor((time - start) * frequency);
  }

  /** Part of the gate that is over at a time, 1 after the gate. */
  double part(double time, double index) {
    double inside = time - opening(index);
    return inside <= 0 ? 0 : Math.min(1, inside / width);
  }

  double opening(double index) {
    return start + index * period;
  }

  double firstAfter(double time) {
    return Math.ceil((time - start) * frequency);
  }

  /** A time between the gate and the one before it. */
  double justBefore(double index) {
    return opening(index) - (period - width) / 2;
  }

  double sensitivity(double time) {
    double inside = time - opening(index(time));
    if (inside > width) {
      return 0;
    }
    if (flat) {
      return 1;
    }
    double position = Math.max(0, inside) / width * (profile.length - 1);
    int segment = Math.min((int) position, profile.length - 2);
    double part = position - segment;
    return profile[segment] * (1 - part) + profile[segment + 1] * part;
  }
}
