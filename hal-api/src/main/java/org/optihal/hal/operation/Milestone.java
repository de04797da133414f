package org.optihal.hal.operation;

/** How far an operation came; done is not settled. */
public enum Milestone {
  /** The device took the command. */
  ACCEPTED,
  /** The device says it is finished. */
  DONE,
  /** A read-back or a measurement confirms it. */
  SETTLED
}
