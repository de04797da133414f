package org.optihal.hal.link;

import java.util.Set;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;

/** Opens links of some URL schemes. */
public interface LinkOpener {
  /** Schemes this opener knows, such as {@code serial}. */
  Set<String> schemes();

  /**
   * Opens, configures and locks.
   *
   * @throws org.optihal.hal.error.HalException NOT_FOUND, NO_PERMISSION, IN_USE, TIMEOUT,
   *     DISCONNECTED or CONFIGURATION
   */
  Link open(DeviceUrl url, HalClock clock, Deadline deadline);

  /**
   * The name under which two URLs of one physical port are the same; by default the URL without
   * parameters.
   */
  default String canonical(DeviceUrl url) {
    return url.scheme() + ":" + url.target();
  }
}
