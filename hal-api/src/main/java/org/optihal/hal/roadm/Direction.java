package org.optihal.hal.roadm;

/** Which way light goes at a port, seen from the device; a property of the port, not of a call. */
public enum Direction {
  IN,
  OUT,
  BOTH
}
