package org.optihal.hal.quantity;

/**
 * A rate of detections.
 *
 * @param perSecond in counts per second
 */
public record CountRate(double perSecond) implements Comparable<CountRate> {
  public CountRate {
    Finite.check(perSecond, "count rate");
  }

  @Override
  public int compareTo(CountRate o) {
    return Double.compare(perSecond, o.perSecond);
  }

  @Override
  public String toString() {
    return UnitText.format(this);
  }
}
