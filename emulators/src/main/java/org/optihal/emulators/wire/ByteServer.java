package org.optihal.emulators.wire;

/**
 * The device's side of a byte link: what becomes of the bytes that reach it. Called under the
 * emulation's monitor, with times that never run backwards and may lie a little in the past.
 */
public interface ByteServer {
  /** Where a device puts its answer; it leaves when the line is free and the device has thought. */
  @FunctionalInterface
  interface Reply {
    /**
     * Takes the bytes at the speed the line has now; a later change of speed does not reach them.
     */
    void send(byte[] bytes);
  }

  /**
   * One byte has arrived.
   *
   * @param nanos when its last bit was in
   */
  void accept(byte next, long nanos, Reply reply);

  /** Speed of the device's line in baud, or 0 where bytes take no time. */
  int baud();

  /** The client moved its modem lines; a pulled plug lets both fall. */
  default void modemLines(boolean dtr, boolean rts, long nanos) {}
}
