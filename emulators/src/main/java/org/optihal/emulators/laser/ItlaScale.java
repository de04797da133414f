package org.optihal.emulators.laser;

/** The units of ITLA data words, as the emulator reads the fact sheet. */
final class ItlaScale {
  private static final long MHZ_PER_THZ = 1_000_000;
  private static final long MHZ_PER_TENTH_GHZ = 100;

  private ItlaScale() {}

  /** MHz of a frequency in its parts: THz, 0.1 GHz, MHz. */
  static long megahertz(int terahertz, int tenthsOfGigahertz, int rest) {
    return terahertz * MHZ_PER_THZ + tenthsOfGigahertz * MHZ_PER_TENTH_GHZ + rest;
  }

  /** MHz of a grid or threshold in its parts: 0.1 GHz, MHz. */
  static long megahertz(int tenthsOfGigahertz, int rest) {
    return tenthsOfGigahertz * MHZ_PER_TENTH_GHZ + rest;
  }

  static int terahertz(long megahertz) {
    return (int) (megahertz / MHZ_PER_THZ);
  }

  static int tenthsOfGigahertz(long megahertz) {
    return (int) (megahertz % MHZ_PER_THZ / MHZ_PER_TENTH_GHZ);
  }

  static int rest(long megahertz) {
    return (int) (megahertz % MHZ_PER_TENTH_GHZ);
  }

  /** The nearest frequency that has no third part. */
  static long coarse(double megahertz) {
    return (long) (StrictMath.rint(megahertz / MHZ_PER_TENTH_GHZ) * MHZ_PER_TENTH_GHZ);
  }

  /** Hundredths, for dBm, dB and degrees Celsius. */
  static int hundredths(double value) {
    return clamp(StrictMath.rint(value * 100));
  }

  /** Tenths, for mA. */
  static int tenths(double value) {
    return clamp(StrictMath.rint(value * 10));
  }

  private static int clamp(double value) {
    return (int) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value));
  }
}
