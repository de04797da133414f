package org.optihal.emulators.wire;

/**
 * A place where clients reach a link. All but {@link #awaitEnd} is called under the emulation's
 * monitor, so nothing of it blocks.
 */
interface Endpoint {
  void unplug();

  void replug();

  /** These bytes reach the client now, and nobody sent them. */
  void noiseToClient(byte[] bytes);

  /** These bytes reach the device now, and nobody sent them; its answer goes to the client. */
  void noiseToDevice(byte[] bytes);

  /** Begins to close. */
  void close();

  /** Waits, for a bounded time, until nothing of the endpoint is left. */
  default void awaitEnd() {}
}
