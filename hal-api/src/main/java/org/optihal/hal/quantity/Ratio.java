package org.optihal.hal.quantity;

/**
 * A share, such as an efficiency or a visibility.
 *
 * @param value dimensionless; 1 is the whole
 */
public record Ratio(double value) implements Comparable<Ratio> {
  public Ratio {
    Finite.check(value, "ratio");
  }

  @Override
  public int compareTo(Ratio o) {
    return Double.compare(value, o.value);
  }

  @Override
  public String toString() {
    return UnitText.format(this);
  }
}
