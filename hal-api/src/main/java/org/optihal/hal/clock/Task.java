package org.optihal.hal.clock;

/** A thread started on a clock. */
public interface Task {
  String name();

  boolean isDone();

  /** Interrupts the task; in virtual time this is reproducible. */
  void interrupt();

  /**
   * Waits until the task ended.
   *
   * @param deadline absolute, in {@link HalClock#nanos()}
   * @return false when the deadline passed first
   */
  boolean join(long deadline);
}
