package org.optihal.emulators.light.element;

import org.optihal.physics.random.RandomStream;

/** A quantity that wanders, looked at in steps of whole {@link #STEP}s of time. */
final class RandomWalk {
  /** Nobody looks at drift more finely than this. */
  static final long STEP = 1_000_000_000;

  private static final double STEPS_PER_HOUR = 3600e9 / STEP;

  private final RandomStream random;
  private final double perStep;
  private long steps = Long.MIN_VALUE;
  private double value;

  /**
   * @param perHour root mean square of the change in one hour
   */
  RandomWalk(RandomStream random, double perHour) {
    this.random = random;
    this.perStep = perHour / StrictMath.sqrt(STEPS_PER_HOUR);
  }

  /** Lets time pass; returns whether it moved. */
  boolean advance(long nanos) {
    long now = nanos / STEP;
    if (steps == Long.MIN_VALUE) {
      steps = now; // the walk begins when it is first looked at
    }
    long passed = now - steps;
    if (perStep == 0 || passed <= 0) {
      return false;
    }
    // The sum of n normal steps is one of n times their variance: the same for any way of asking
    // only in distribution, so runs repeat when they look at the same times.
    value += perStep * StrictMath.sqrt((double) passed) * random.gaussian();
    steps = now;
    return true;
  }

  double value() {
    return value;
  }
}
