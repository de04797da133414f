package org.optihal.verify.architecture.bad.drivers;

import org.optihal.verify.architecture.bad.emulators.SeesDriver;
import org.optihal.verify.architecture.bad.hal.Patient;
import org.slf4j.Logger;

/** A driver that knows its emulator; what it does with the API and the log is allowed. */
public final class SeesEmulator {
  public final Class<?> seesDriver = SeesDriver.class;
  public final Class<?> patient = Patient.class;
  public final Class<?> logger = Logger.class;
}
