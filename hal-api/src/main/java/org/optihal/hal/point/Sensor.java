package org.optihal.hal.point;

import java.util.Optional;
import org.optihal.hal.clock.Deadline;

/**
 * A value that can be read.
 *
 * @param <T> the value's type
 */
public interface Sensor<T> extends Point {
  ValueType<T> type();

  /**
   * Asks the device, within the driver's own budget.
   *
   * @throws org.optihal.hal.error.HalException when no answer came; an answer without a value is a
   *     reading of quality ABSENT or BAD
   */
  Reading<T> read();

  /** Asks the device; the earlier of {@code deadline} and the driver's own budget ends the call. */
  Reading<T> read(Deadline deadline);

  /** The latest reading, however old; never I/O. */
  Optional<Reading<T>> last();

  /** What the value can be; before the device was connected, what the data sheet says. */
  Capability<T> capability();

  /** Sensors that cost a destructive read or wear are left out of snapshots and polls. */
  default boolean isCheap() {
    return true;
  }
}
