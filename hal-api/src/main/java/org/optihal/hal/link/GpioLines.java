package org.optihal.hal.link;

import java.util.Map;

/**
 * Named input and output lines. An output reverts when its process ends: released must mean dark.
 * No device uses it yet.
 */
public interface GpioLines extends Link {
  /** Present level of each requested line, by its name. */
  Map<String, Boolean> levels();

  void drive(String line, boolean level);

  /** Waits for the next edge on any input; false when the deadline passed. */
  boolean awaitEdge(long deadline);
}
