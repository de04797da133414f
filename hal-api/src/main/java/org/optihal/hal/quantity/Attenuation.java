package org.optihal.hal.quantity;

/**
 * A loss; positive is loss.
 *
 * @param db in decibels
 */
public record Attenuation(double db) implements Comparable<Attenuation> {
  public Attenuation {
    Finite.check(db, "attenuation");
  }

  public Attenuation plus(Attenuation other) {
    return new Attenuation(db + other.db);
  }

  /** What is left of {@code input} behind this loss. */
  public OpticalPower of(OpticalPower input) {
    return new OpticalPower(input.watts() * StrictMath.pow(10, -db / 10));
  }

  @Override
  public int compareTo(Attenuation o) {
    return Double.compare(db, o.db);
  }

  @Override
  public String toString() {
    return UnitText.format(this);
  }
}
