package org.optihal.hal.quantity;

/**
 * A voltage.
 *
 * @param volts in volts
 */
public record Voltage(double volts) implements Comparable<Voltage> {
  public Voltage {
    Finite.check(volts, "voltage");
  }

  @Override
  public int compareTo(Voltage o) {
    return Double.compare(volts, o.volts);
  }

  @Override
  public String toString() {
    return UnitText.format(this);
  }
}
