package org.optihal.drivers.port;

/**
 * What a caller does while it owns the port. It uses nothing but its exchange: calling the same
 * port again throws, and calling another one would invite a deadlock.
 */
@FunctionalInterface
public interface Session<T> {
  T run(Exchange exchange);
}
