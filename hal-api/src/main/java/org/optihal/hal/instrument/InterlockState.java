package org.optihal.hal.instrument;

/** Whether an interlock permits light. */
public enum InterlockState {
  PERMITTED,
  /** An input is open. */
  TRIPPED,
  /** All inputs are closed again; it waits to be re-armed. */
  LATCHED,
  UNKNOWN
}
