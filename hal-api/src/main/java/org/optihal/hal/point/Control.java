package org.optihal.hal.point;

import java.util.Optional;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.operation.Operation;

/**
 * A value that can be set.
 *
 * @param <T> the value's type
 */
public interface Control<T> extends Sensor<T> {
  /**
   * Starts to set the value and returns once the device accepted it. A newer apply supersedes this
   * one.
   *
   * @throws org.optihal.hal.error.HalException OUT_OF_RANGE before a byte is sent; INTERLOCKED;
   *     what the device refused
   */
  Operation<Applied<T>> apply(T value);

  /** Like {@link #apply(Object)}, with a narrower deadline for the acceptance. */
  Operation<Applied<T>> apply(T value, Deadline deadline);

  /** What was asked for last, if anything was. */
  Optional<T> intended();

  /** What setting this value would do to the light, as far as the state now known tells. */
  Disturbance disturbance(T value);

  /**
   * Whether setting this value can make, raise or move light, as far as the state now known tells.
   */
  boolean canMakeLight(T value);
}
