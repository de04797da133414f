package org.optihal.hal.quantity;

/**
 * A time in picoseconds: time tags, delays, gate widths.
 *
 * @param value may be negative
 */
public record Picos(long value) implements Comparable<Picos> {
  @Override
  public int compareTo(Picos o) {
    return Long.compare(value, o.value);
  }

  @Override
  public String toString() {
    return UnitText.format(this);
  }
}
