package org.optihal.hal.quantity;

import org.optihal.hal.error.HalException;

/**
 * An optical or electrical frequency, exact to the hertz.
 *
 * @param hertz positive
 */
public record Frequency(long hertz) implements Comparable<Frequency> {
  /** Speed of light in vacuum in m/s, exact by definition (SI). */
  public static final long SPEED_OF_LIGHT = 299_792_458L;

  public Frequency {
    if (hertz <= 0) {
      throw HalException.outOfRange("a frequency must be positive");
    }
  }

  public static Frequency ofMegahertz(long megahertz) {
    return new Frequency(Math.multiplyExact(megahertz, 1_000_000L));
  }

  /** From terahertz, rounded half-even to the hertz. */
  public static Frequency ofTerahertz(double terahertz) {
    return new Frequency((long) StrictMath.rint(terahertz * 1e12));
  }

  public double terahertz() {
    return hertz / 1e12;
  }

  /** Vacuum wavelength in nanometers. */
  public double nanometers() {
    return SPEED_OF_LIGHT * 1e9 / hertz;
  }

  public Frequency plus(FrequencyOffset offset) {
    return new Frequency(Math.addExact(hertz, offset.hertz()));
  }

  public FrequencyOffset minus(Frequency other) {
    return new FrequencyOffset(hertz - other.hertz);
  }

  @Override
  public int compareTo(Frequency o) {
    return Long.compare(hertz, o.hertz);
  }

  @Override
  public String toString() {
    return UnitText.format(this);
  }
}
