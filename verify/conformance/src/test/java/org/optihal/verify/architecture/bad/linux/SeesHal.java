package org.optihal.verify.architecture.bad.linux;

import org.optihal.verify.architecture.bad.hal.SeesDriver;

/** A system call that knows a device. */
public final class SeesHal {
  public final Class<?> seesDriver = SeesDriver.class;
}
