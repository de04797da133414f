package org.optihal.drivers.device;

import java.time.Duration;

/**
 * How long a driver gives one attempt, and how many it makes.
 *
 * @param io one exchange, from the first byte sent to the last one received
 * @param session all exchanges of one attempt
 * @param queue waiting for the port, cleaning a suspect line included
 * @param attempts at most, for repeatable commands
 */
public record Budget(Duration io, Duration session, Duration queue, int attempts) {
  /** One call: a wait, and one long session or several that break off. */
  public Duration total() {
    return queue.plus(session).plus(io.multipliedBy(attempts));
  }
}
