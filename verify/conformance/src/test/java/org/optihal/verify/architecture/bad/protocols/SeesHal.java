package org.optihal.verify.architecture.bad.protocols;

import org.optihal.verify.architecture.bad.hal.SeesDriver;

/** A frame that knows what a device is. */
public final class SeesHal {
  public final Class<?> seesDriver = SeesDriver.class;
}
