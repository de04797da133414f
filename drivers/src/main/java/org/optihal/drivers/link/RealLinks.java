package org.optihal.drivers.link;

import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.RealClock;
import org.optihal.hal.error.HalException;
import org.optihal.hal.link.DeviceUrl;

/** What all links to real hardware have in common. */
final class RealLinks {
  private RealLinks() {}

  /** The world outside knows no virtual time. */
  static void requireRealTime(HalClock clock, DeviceUrl url) {
    if (!(clock instanceof RealClock)) {
      throw HalException.configuration("a real link cannot be used in virtual time")
          .on(url.toString());
    }
  }
}
