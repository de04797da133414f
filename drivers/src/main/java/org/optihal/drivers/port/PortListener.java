package org.optihal.drivers.port;

import org.optihal.hal.error.HalException;

/** A device on a port, told about its connection. Calls come from any thread and must not block. */
public interface PortListener {
  /** The link is gone; the port tries again by itself. */
  void portDown(HalException reason);

  /** A link is there again, under a new epoch; nobody has checked who answers on it. */
  void portUp(long epoch);
}
