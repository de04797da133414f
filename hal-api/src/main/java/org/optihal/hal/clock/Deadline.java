package org.optihal.hal.clock;

import java.time.Duration;

/**
 * A point in time by which a call has ended, one way or another.
 *
 * @param nanos absolute, in {@link HalClock#nanos()}
 */
public record Deadline(long nanos) {
  /** For loops that end by a signal; never for I/O. */
  public static final long FOREVER = Long.MAX_VALUE;

  /** {@code duration} from now. */
  public static Deadline in(HalClock clock, Duration duration) {
    return new Deadline(clock.nanos() + duration.toNanos());
  }

  public Deadline earlier(Deadline other) {
    return nanos <= other.nanos ? this : other;
  }

  /** Time left, never negative. */
  public Duration left(HalClock clock) {
    return Duration.ofNanos(Math.max(0, nanos - clock.nanos()));
  }

  public boolean hasPassed(HalClock clock) {
    return clock.nanos() >= nanos;
  }
}
