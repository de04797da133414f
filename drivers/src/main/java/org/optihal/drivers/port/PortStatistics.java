package org.optihal.drivers.port;

/**
 * Counters since the port was made.
 *
 * @param calls sessions that got the port
 * @param handOvers calls that had to wait for another owner
 * @param resyncs times a suspect line was cleaned
 * @param staleBytes bytes found on the line that nobody had asked for
 * @param connections links opened
 */
public record PortStatistics(
    long calls, long handOvers, long resyncs, long staleBytes, long connections) {}
