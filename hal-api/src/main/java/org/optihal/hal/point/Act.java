package org.optihal.hal.point;

import org.optihal.hal.clock.Deadline;
import org.optihal.hal.operation.Operation;

/**
 * A deliberate act without a value: clear latched alarms, save, reset. Never repeated by itself.
 */
public interface Act extends Point {
  Operation<Boolean> run();

  Operation<Boolean> run(Deadline deadline);

  /** Whether it can make, raise or move light. */
  boolean canMakeLight();
}
