package org.optihal.drivers.laser;

import org.optihal.hal.quantity.Current;
import org.optihal.hal.quantity.Decibel;
import org.optihal.hal.quantity.Frequency;
import org.optihal.hal.quantity.FrequencyOffset;
import org.optihal.hal.quantity.OpticalPower;
import org.optihal.hal.quantity.Ratio;
import org.optihal.hal.quantity.Temperature;

/** Units of ITLA registers, as in docs/devices/itla.md; rounded half-even, never cut. */
final class ItlaScale {
  private static final long MHZ = 1_000_000L;
  private static final long MHZ_PER_THZ = 1_000_000L;
  private static final long MHZ_PER_TENTH_GHZ = 100L;

  private ItlaScale() {}

  /** A frequency as modules hold it: THz, tenths of a GHz, and the MHz below that. */
  record Parts(int terahertz, int tenthsOfGigahertz, int megahertz) {
    static Parts of(long megahertz) {
      return new Parts(
          (int) (megahertz / MHZ_PER_THZ),
          (int) (megahertz % MHZ_PER_THZ / MHZ_PER_TENTH_GHZ),
          (int) (megahertz % MHZ_PER_TENTH_GHZ));
    }

    long total() {
      return terahertz * MHZ_PER_THZ + tenthsOfGigahertz * MHZ_PER_TENTH_GHZ + megahertz;
    }
  }

  static long megahertz(Frequency f) {
    return roundedDivide(f.hertz(), MHZ);
  }

  static long megahertz(FrequencyOffset f) {
    return roundedDivide(f.hertz(), MHZ);
  }

  /** To a multiple of 100 MHz. */
  static long coarse(long megahertz) {
    return roundedDivide(megahertz, MHZ_PER_TENTH_GHZ) * MHZ_PER_TENTH_GHZ;
  }

  private static long roundedDivide(long value, long step) {
    long q = Math.floorDiv(value, step);
    long twice = 2 * Math.floorMod(value, step);
    boolean up = twice > step || (twice == step && (q & 1) != 0);
    return up ? q + 1 : q;
  }

  static int hundredths(double value) {
    return (int) StrictMath.rint(value * 100);
  }

  static int hundredthsOfDbm(OpticalPower power) {
    return hundredths(power.dbm());
  }

  static OpticalPower power(int hundredthsOfDbm) {
    return OpticalPower.ofDbm(hundredthsOfDbm / 100.0);
  }

  static Decibel decibel(int hundredths) {
    return new Decibel(hundredths / 100.0);
  }

  static Temperature temperature(int hundredths) {
    return new Temperature(hundredths / 100.0);
  }

  static Current current(int tenthsOfMilliampere) {
    return new Current(tenthsOfMilliampere / 10_000.0);
  }

  static FrequencyOffset tenthsOfGigahertz(int tenths) {
    return FrequencyOffset.ofMegahertz(tenths * MHZ_PER_TENTH_GHZ);
  }

  static int tenthsOfGigahertz(FrequencyOffset width) {
    return (int) roundedDivide(width.hertz(), MHZ * MHZ_PER_TENTH_GHZ);
  }

  static Ratio percent(int percent) {
    return new Ratio(percent / 100.0);
  }

  static Ratio tenthsOfPercent(int tenths) {
    return new Ratio(tenths / 1000.0);
  }
}
