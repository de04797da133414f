package org.optihal.hal.quantity;

/**
 * A difference of two frequencies, or a width.
 *
 * @param hertz may be negative
 */
public record FrequencyOffset(long hertz) implements Comparable<FrequencyOffset> {
  public static final FrequencyOffset ZERO = new FrequencyOffset(0);

  public static FrequencyOffset ofMegahertz(long megahertz) {
    return new FrequencyOffset(Math.multiplyExact(megahertz, 1_000_000L));
  }

  public FrequencyOffset plus(FrequencyOffset other) {
    return new FrequencyOffset(Math.addExact(hertz, other.hertz));
  }

  public FrequencyOffset abs() {
    return hertz < 0 ? new FrequencyOffset(Math.negateExact(hertz)) : this;
  }

  @Override
  public int compareTo(FrequencyOffset o) {
    return Long.compare(hertz, o.hertz);
  }

  @Override
  public String toString() {
    return UnitText.format(this);
  }
}
