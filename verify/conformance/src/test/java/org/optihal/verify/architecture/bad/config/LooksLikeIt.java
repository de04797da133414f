package org.optihal.verify.architecture.bad.config;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** What only looks like waiting, telling the time or drawing lots. */
public final class LooksLikeIt {
  private LooksLikeIt() {}

  public static Object fine(Runnable body) {
    Thread.currentThread().interrupt();
    synchronized (body) {
      body.run();
    }
    new LooksLikeIt().wait("for what was said");
    return Duration.of(1, TimeUnit.SECONDS.toChronoUnit())
        .plusNanos(new Random(1).nextLong() + new SplittableRandom(1).nextLong())
        .plusMillis(Instant.EPOCH.toEpochMilli());
  }

  private void wait(String what) {
    assert !what.isEmpty();
  }
}
