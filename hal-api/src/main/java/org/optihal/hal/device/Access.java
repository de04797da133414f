package org.optihal.hal.device;

/** What a connection may do to its device. */
public enum Access {
  /**
   * Queries only: no set-up writes, no reconcile, and closing changes nothing. Looking must not
   * touch.
   */
  OBSERVE,
  /** May set up and apply. */
  CONTROL
}
