package org.optihal.hal.instrument;

/** One input of an interlock. */
public enum ContactState {
  /** Permits light. */
  CLOSED,
  /** Forbids light. */
  OPEN,
  /** Not read: forbids light. */
  UNKNOWN
}
