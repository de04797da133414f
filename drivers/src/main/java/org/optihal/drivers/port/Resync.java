package org.optihal.drivers.port;

/**
 * Makes a suspect line clean again: afterwards no answer to an earlier request can arrive. Best by
 * a sentinel, a probe whose answer no outstanding request can give; quiet time alone is sound only
 * where the device's worst lateness is known. Runs as owner of the port, within the queue-wait of
 * the next caller.
 */
@FunctionalInterface
public interface Resync {
  /** For devices whose answers cannot be mistaken, and for tests. */
  Resync NONE = (exchange, deadline) -> true;

  /**
   * Cleans the line.
   *
   * @param deadline absolute
   * @return false when the line could not be cleaned in time
   */
  boolean run(Exchange exchange, long deadline);
}
