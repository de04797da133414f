package org.optihal.drivers.device;

import java.time.Duration;

/**
 * How long a driver gives one attempt, and how many it makes.
 *
 * @param io from the first byte sent to the last one received
 * @param queue waiting for the port, cleaning a suspect line included
 * @param attempts at most, for repeatable commands
 */
public record Budget(Duration io, Duration queue, int attempts) {
  /** All attempts together. */
  public Duration total() {
    return io.plus(queue).multipliedBy(attempts);
  }
}
