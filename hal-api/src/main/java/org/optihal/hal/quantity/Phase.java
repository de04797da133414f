package org.optihal.hal.quantity;

/**
 * An optical or electrical phase.
 *
 * @param radians in radians, not wrapped
 */
public record Phase(double radians) implements Comparable<Phase> {
  public Phase {
    Finite.check(radians, "phase");
  }

  @Override
  public int compareTo(Phase o) {
    return Double.compare(radians, o.radians);
  }

  @Override
  public String toString() {
    return UnitText.format(this);
  }
}
