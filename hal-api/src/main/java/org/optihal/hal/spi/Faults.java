package org.optihal.hal.spi;

import java.util.List;

/** Makes things go wrong, reproducibly. */
public interface Faults {
  /**
   * Applies a fault plan: one step per line, {@code <time> <device>[/link] <fault> [parameters]}.
   *
   * @throws org.optihal.hal.error.HalException CONFIGURATION naming the line
   */
  void plan(List<String> steps);

  /** One fault now, in the words of a plan's step without the time. */
  void now(String step);

  /** Pulls the cable of a device's link. */
  void unplug(String device);

  /** Plugs it in again, with the module powered throughout. */
  void replug(String device);

  /** What was done so far, as a plan that repeats it. */
  List<String> log();
}
