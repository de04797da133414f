package org.optihal.hal.link;

import java.util.Optional;

/** A stream of bytes in both directions: serial line, TCP connection, memory wire. */
public interface ByteLink extends Link {
  /**
   * Writes all bytes or fails.
   *
   * @param deadline absolute, in nanoseconds of the link's clock
   * @throws org.optihal.hal.error.HalException TIMEOUT or DISCONNECTED, outcome UNKNOWN
   */
  void write(byte[] bytes, int offset, int length, long deadline);

  /**
   * Reads what is there, waiting for at least one byte.
   *
   * @return number of bytes, or 0 when the deadline passed or {@link #wake} was called
   * @throws org.optihal.hal.error.HalException DISCONNECTED
   */
  int read(byte[] into, int offset, int length, long deadline);

  /** What only a serial line has: speed and modem lines; empty elsewhere. */
  default Optional<SerialLine> serial() {
    return Optional.empty();
  }
}
