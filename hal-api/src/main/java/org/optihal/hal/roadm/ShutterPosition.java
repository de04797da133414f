package org.optihal.hal.roadm;

/** Where a shutter stands. */
public enum ShutterPosition {
  OPEN,
  CLOSED,
  /** Only read, never set. */
  MOVING,
  /** Only read, never set. */
  FAILED,
  /** Only read, never set. */
  UNKNOWN
}
