package org.optihal.verify.architecture.bad.emulators;

import org.optihal.verify.architecture.bad.drivers.SeesEmulator;

/** An emulator that knows its driver. */
public final class SeesDriver {
  public final Class<?> seesEmulator = SeesEmulator.class;
}
