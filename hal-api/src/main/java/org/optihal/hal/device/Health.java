package org.optihal.hal.device;

import java.util.List;

/**
 * How well a device does.
 *
 * @param level the worst of the reasons
 * @param reasons one line each, empty when all is well
 */
public record Health(Level level, List<String> reasons) {
  public static final Health GOOD = new Health(Level.GOOD, List.of());

  /** From good to failed. */
  public enum Level {
    GOOD,
    DEGRADED,
    FAILED
  }

  public Health {
    reasons = List.copyOf(reasons);
  }
}
