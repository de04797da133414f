package org.optihal.hal.quantity;

/**
 * An optical power. Two of them add in watts; adding two dBm figures is not offered.
 *
 * @param watts in watts; a reading near a meter's offset may be zero or negative
 */
public record OpticalPower(double watts) implements Comparable<OpticalPower> {
  public OpticalPower {
    Finite.check(watts, "power");
  }

  public static OpticalPower ofDbm(double dbm) {
    return new OpticalPower(StrictMath.pow(10, (dbm - 30) / 10));
  }

  /** Relative to one milliwatt; negative infinity for zero and below. */
  public double dbm() {
    return watts > 0 ? 10 * StrictMath.log10(watts) + 30 : Double.NEGATIVE_INFINITY;
  }

  public OpticalPower plus(OpticalPower other) {
    return new OpticalPower(watts + other.watts);
  }

  /** Changed by a gain, or by a loss when negative. */
  public OpticalPower times(Decibel gain) {
    return new OpticalPower(watts * gain.ratio());
  }

  @Override
  public int compareTo(OpticalPower o) {
    return Double.compare(watts, o.watts);
  }

  @Override
  public String toString() {
    return UnitText.format(this);
  }
}
