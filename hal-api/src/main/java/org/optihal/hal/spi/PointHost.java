package org.optihal.hal.spi;

import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.event.Events;

/** What a point needs of its device. */
public interface PointHost {
  HalClock clock();

  Events events();

  /** The driver's own budget for one call, from now. */
  Deadline defaultDeadline();

  /**
   * Lets only those pass who may change the device.
   *
   * @throws org.optihal.hal.error.HalException REFUSED when the device was connected to be observed
   *     only; NOT_READY, DISCONNECTED, IDENTITY_MISMATCH or CLOSED when it cannot be controlled now
   */
  void requireControl();
}
