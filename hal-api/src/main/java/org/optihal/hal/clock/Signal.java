package org.optihal.hal.clock;

/**
 * The only blocking primitive. Auto-reset, one waiter at a time, and a hint only: state lives under
 * its owner's lock, so a waiter looks again after every return and no wake-up can be lost.
 */
public interface Signal {
  /** Lets the waiter go on, or the next one pass at once. Any thread of the clock may call it. */
  void raise();

  /**
   * Waits without reacting to interrupts; the interrupt flag is kept for later.
   *
   * @param deadline absolute, in {@link HalClock#nanos()}; {@link Deadline#FOREVER} for none
   * @return true when raised, false when the deadline passed first
   */
  boolean await(long deadline);

  /** Like {@link #await}, and ends with InterruptedException when the waiter is interrupted. */
  boolean awaitInterruptibly(long deadline) throws InterruptedException;
}
