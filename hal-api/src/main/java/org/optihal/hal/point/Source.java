package org.optihal.hal.point;

/** Where a value comes from: set, applied, claimed and measured are four things. */
public enum Source {
  /** A sensor of the device measured it. */
  MEASURED,
  /** The device says so; a claim, not a proof. */
  DEVICE_CLAIM,
  /** What was programmed last. */
  SETPOINT,
  /** Calculated from other readings. */
  DERIVED,
  /** Nobody knows better. */
  ASSUMED
}
