package org.optihal.emulators.wire;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * How long a device thinks before it answers.
 *
 * @param base at least
 * @param jitter up to this much more, evenly spread
 * @param random of this device alone
 */
public record Latency(Duration base, Duration jitter, SplittableRandom random) {
  public Latency {
    if (base.isNegative() || jitter.isNegative()) {
      throw new IllegalArgumentException("a latency is not negative");
    }
  }

  long next() {
    long spread = jitter.toNanos();
    return base.toNanos() + (spread == 0 ? 0 : random.nextLong(spread));
  }
}
