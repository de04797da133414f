package org.optihal.drivers.port;

/** Who goes first at a busy port; within a class it is first come, first served. */
public enum Priority {
  /** Takes the port over between two exchanges of whoever has it. */
  SAFETY,
  COMMAND,
  POLL;

  static final int COUNT = values().length;

  int index() {
    return this == SAFETY ? 0 : this == COMMAND ? 1 : 2;
  }
}
