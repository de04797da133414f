package org.optihal.hal.roadm;

/** What the device says of a port. */
public enum PortState {
  ENABLED,
  DISABLED,
  FAILED,
  UNKNOWN
}
