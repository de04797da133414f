package org.optihal.hal.spi;

import java.util.Optional;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.device.Identity;
import org.optihal.hal.link.Link;

/** Harmless queries that recognize a device on a free port. */
public interface Probe {
  /**
   * Asks, and tells who answered; empty when the answers are not this kind of device. Never writes
   * a setting.
   */
  Optional<Identity> identify(Link link, HalClock clock, Deadline deadline);
}
