package org.optihal.hal.quantity;

/**
 * A power ratio; positive is gain.
 *
 * @param db in decibels
 */
public record Decibel(double db) implements Comparable<Decibel> {
  public Decibel {
    Finite.check(db, "decibel value");
  }

  /** The ratio of two powers. */
  public static Decibel ofRatio(double ratio) {
    return new Decibel(10 * StrictMath.log10(ratio));
  }

  /** As a linear power ratio. */
  public double ratio() {
    return StrictMath.pow(10, db / 10);
  }

  public Decibel plus(Decibel other) {
    return new Decibel(db + other.db);
  }

  public Decibel minus(Decibel other) {
    return new Decibel(db - other.db);
  }

  @Override
  public int compareTo(Decibel o) {
    return Double.compare(db, o.db);
  }

  @Override
  public String toString() {
    return UnitText.format(this);
  }
}
