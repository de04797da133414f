package org.optihal.testkit;

import java.util.OptionalLong;
import org.optihal.hal.error.HalException;

/** The seed of a run; {@code -Dseed=42} repeats one that failed. */
public final class Seed {
  private static final String PROPERTY = "seed";

  private Seed() {}

  /**
   * The seed given on the command line, if any.
   *
   * @throws HalException CONFIGURATION when it is not a whole number
   */
  public static OptionalLong given() {
    String text = System.getProperty(PROPERTY, "").strip();
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw HalException.configuration("-Dseed=" + text + " is not a whole number");
    }
  }

  /** The seed given on the command line, else {@code usual}. */
  public static long or(long usual) {
    return given().orElse(usual);
  }

  /** What to tell a person when a run failed. */
  static String replay(long seed) {
    return "seed " + seed + ": replay with -Dseed=" + seed;
  }
}
