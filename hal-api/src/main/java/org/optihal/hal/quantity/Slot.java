package org.optihal.hal.quantity;

import org.optihal.hal.error.HalException;

/**
 * A frequency slot of the flexible grid (ITU-T G.694.1 clause 7): center 193.1 THz + n · 6.25 GHz,
 * width m · 12.5 GHz.
 *
 * @param n center, negative below 193.1 THz
 * @param m width, at least 1
 */
public record Slot(int n, int m) {
  private static final long ANCHOR = 193_100_000_000_000L;
  private static final long HALF_STEP = 6_250_000_000L;

  public Slot {
    if (m < 1) {
      throw HalException.outOfRange("a frequency slot is at least 12.5 GHz wide (m = 1)");
    }
    if (StrictMath.abs((long) n) + m >= ANCHOR / HALF_STEP) {
      throw HalException.outOfRange("a frequency slot lies between 0 and 386.2 THz");
    }
  }

  public Frequency center() {
    return new Frequency(ANCHOR + n * HALF_STEP);
  }

  public FrequencyOffset width() {
    return new FrequencyOffset(2L * m * HALF_STEP);
  }

  public Frequency lower() {
    return new Frequency(ANCHOR + (n - m) * HALF_STEP);
  }

  public Frequency upper() {
    return new Frequency(ANCHOR + (n + m) * HALF_STEP);
  }

  public boolean overlaps(Slot other) {
    return lower().hertz() < other.upper().hertz() && other.lower().hertz() < upper().hertz();
  }
}
