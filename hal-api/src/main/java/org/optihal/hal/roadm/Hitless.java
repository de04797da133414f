package org.optihal.hal.roadm;

/** Whether cross-connects that a change does not name stay undisturbed while it happens. */
public enum Hitless {
  YES,
  NO,
  /** Counts as no. */
  UNKNOWN
}
