package org.optihal.drivers.port;

import java.util.Optional;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.link.SerialLine;

/**
 * The line, as its owner of the moment uses it. An exchange is a write and the complete answer to
 * it; between two of them a safety command may take over, and then the next write or pause throws
 * PREEMPTED.
 */
public interface Exchange {
  HalClock clock();

  /**
   * Limits each exchange that follows, within the budget of the session: a device that is silent is
   * given up long before a long session would have to end.
   *
   * @param nanos from a request to its complete answer
   */
  void answerWithin(long nanos);

  /**
   * Sends a request. What is left on the line from before is thrown away, and makes the line
   * suspect.
   */
  void write(byte[] bytes, int offset, int length);

  /**
   * Reads exactly {@code length} bytes: the whole answer.
   *
   * @throws org.optihal.hal.error.HalException TIMEOUT, DISCONNECTED
   */
  void readFully(byte[] into, int offset, int length);

  /**
   * Reads up to and including {@code terminator}: the whole answer, without the terminator.
   *
   * @throws org.optihal.hal.error.HalException TIMEOUT; FRAMING when {@code limit} bytes came
   *     without it
   */
  byte[] readUntil(byte terminator, int limit);

  /**
   * Reads what is there, for resynchronization.
   *
   * @param until absolute time
   * @return number of bytes, 0 when none came
   */
  int readAvailable(byte[] into, int offset, int length, long until);

  /** Waits between two exchanges, such as for a device that needs a gap. */
  void pause(long nanos);

  /** Speed and modem lines, where the link is a serial one. */
  Optional<SerialLine> serial();
}
