package org.optihal.hal.link;

/** Whole messages in both directions, with an end mark: USBTMC. No device uses it yet. */
public interface MessageLink extends Link {
  void send(byte[] message, long deadline);

  /**
   * Waits for one whole message.
   *
   * @param limit most bytes accepted; a longer message fails with FRAMING
   */
  byte[] receive(int limit, long deadline);

  /** Throws away what both sides have queued (USBTMC CLEAR). */
  void clear(long deadline);
}
