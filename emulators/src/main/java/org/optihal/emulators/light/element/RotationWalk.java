package org.optihal.emulators.light.element;

import org.optihal.physics.light.Rotation;
import org.optihal.physics.random.RandomStream;

/** A rotation of polarization that wanders over the sphere, looked at in whole steps of time. */
final class RotationWalk {
  private static final double HOUR = 3600;
  private static final double AXES = 3;

  private final RandomStream random;
  private final double ratePerSecond;
  private long steps = Long.MIN_VALUE;
  private Rotation rotation;

  /**
   * @param perHour root mean square of the angle after one hour, in radian
   */
  RotationWalk(RandomStream random, Rotation start, double perHour) {
    this.random = random;
    this.rotation = start;
    this.ratePerSecond = perHour * perHour / (AXES * HOUR);
  }

  boolean isMoving() {
    return ratePerSecond > 0;
  }

  /** Lets time pass. */
  void advance(long nanos) {
    long now = nanos / RandomWalk.STEP;
    if (steps == Long.MIN_VALUE) {
      steps = now; // the walk begins when it is first looked at
    }
    if (isMoving() && now > steps) {
      double seconds = (now - steps) * (RandomWalk.STEP / 1e9);
      rotation =
          rotation.walk(
              ratePerSecond, seconds, random.gaussian(), random.gaussian(), random.gaussian());
      steps = now;
    }
  }

  Rotation rotation() {
    return rotation;
  }
}
