package org.optihal.hal.quantity;

/**
 * A temperature.
 *
 * @param celsius in degrees Celsius
 */
public record Temperature(double celsius) implements Comparable<Temperature> {
  public Temperature {
    Finite.check(celsius, "temperature");
  }

  @Override
  public int compareTo(Temperature o) {
    return Double.compare(celsius, o.celsius);
  }

  @Override
  public String toString() {
    return UnitText.format(this);
  }
}
