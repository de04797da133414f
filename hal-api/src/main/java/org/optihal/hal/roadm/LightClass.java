package org.optihal.hal.roadm;

/** What light a port is meant for, as the bench says. */
public enum LightClass {
  QUANTUM,
  CLASSICAL,
  DARK,
  /** Counts as classical at full power. */
  UNKNOWN
}
