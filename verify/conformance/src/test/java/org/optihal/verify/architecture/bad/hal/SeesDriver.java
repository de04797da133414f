package org.optihal.verify.architecture.bad.hal;

import org.optihal.verify.architecture.bad.drivers.SeesEmulator;
import org.slf4j.Logger;

/** A kind of device that knows a driver, and logs. */
public final class SeesDriver {
  public final Class<?> seesEmulator = SeesEmulator.class;
  public final Class<?> logger = Logger.class;
}
