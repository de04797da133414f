package org.optihal.hal.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * Owns time and every way to wait for it, so that both can be virtual. Everything else in OptiHAL
 * that blocks is made of {@link #signal}; everything that runs beside its caller is started by
 * {@link #spawn} or {@link #after}.
 */
public interface HalClock {
  /** Monotonic time in nanoseconds; only differences mean anything. */
  long nanos();

  /** Wall time, for people and records; never for arithmetic on durations. */
  Instant wall();

  /**
   * A new signal.
   *
   * @param what named when a wait never ends, such as "queue of port tx-laser"
   */
  Signal signal(String what);

  /** Runs a short event once, after a delay. An event may not block. */
  Cancellable after(long delayNanos, Runnable event);

  /** Starts a daemon thread {@code hal-<name>}. */
  Task spawn(String name, Runnable body);

  /**
   * Whether the calling thread may use this clock: always in real time, only for actors in virtual
   * time.
   */
  boolean isInside();

  /** Waits; true time for a real clock, events in between for a virtual one. */
  default void sleep(Duration duration) {
    long deadline = nanos() + duration.toNanos();
    Signal never = signal("sleep of " + duration);
    while (never.await(deadline)) {
      // nobody can raise it: only the deadline ends the loop
    }
  }
}
