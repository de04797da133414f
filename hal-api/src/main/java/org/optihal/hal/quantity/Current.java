package org.optihal.hal.quantity;

/**
 * An electric current.
 *
 * @param amperes in amperes
 */
public record Current(double amperes) implements Comparable<Current> {
  public Current {
    Finite.check(amperes, "current");
  }

  @Override
  public int compareTo(Current o) {
    return Double.compare(amperes, o.amperes);
  }

  @Override
  public String toString() {
    return UnitText.format(this);
  }
}
