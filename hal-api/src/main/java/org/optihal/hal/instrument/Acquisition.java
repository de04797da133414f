package org.optihal.hal.instrument;

/**
 * The right to use what all inputs of an instrument share, such as its mode and window. Whoever
 * asks for something that does not fit gets CONFLICT with the holder's name. Making the device safe
 * does not wait for it.
 */
public interface Acquisition extends AutoCloseable {
  /** Who asked for it, for messages. */
  String holder();

  /** Stops what is under way and lets go; bounded and idempotent. */
  @Override
  void close();
}
