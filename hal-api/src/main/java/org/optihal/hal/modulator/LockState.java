package org.optihal.hal.modulator;

/** Whether an operating point is kept; the reading's context says on which {@code evidence}. */
public enum LockState {
  UNLOCKED,
  CALIBRATING,
  ACQUIRING,
  LOCKED,
  /** Kept without feedback on the point itself. */
  HOLDING,
  /** Was locked, is not any more. */
  LOST,
  UNKNOWN
}
