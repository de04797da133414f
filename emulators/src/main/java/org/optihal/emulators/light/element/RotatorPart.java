package org.optihal.emulators.light.element;

import java.util.Map;
import java.util.SplittableRandom;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.PassiveElements;
import org.optihal.physics.light.Decibels;
import org.optihal.physics.light.Rotation;
import org.optihal.physics.random.RandomStream;

/**
 * Turns the polarization about the axis of circular light, which turns all linear light, and about
 * any axis as it drifts.
 */
final class RotatorPart extends ElementPart {
  private static final int IN = 0;

  private final double transmittance;
  private final RotationWalk walk;

  RotatorPart(Element element, SplittableRandom seed) {
    super(element);
    transmittance = Decibels.transmittance(loss(PassiveElements.LOSS.of(element).db(), "loss"));
    double angle = PassiveElements.ROTATOR_ANGLE.of(element).radians();
    double drift = PassiveElements.ROTATOR_DRIFT.of(element).radians();
    if (drift < 0) {
      throw wrong("drift", "a root mean square is not negative");
    }
    walk = new RotationWalk(new RandomStream(seed), Rotation.about(0, 0, 1, angle), drift);
  }

  @Override
  public boolean leads(int from, int to) {
    return from != to;
  }

  @Override
  public double transmittance(int from, int to, double low, double high) {
    return transmittance;
  }

  /** Polarization changes no power, so nothing is to be worked out anew. */
  @Override
  public boolean advance(long nanos) {
    walk.advance(nanos);
    return false;
  }

  @Override
  public boolean isTurning() {
    return walk.isMoving();
  }

  /**
   * Light that comes back meets the transposed Jones matrix, as in all that is reciprocal: of the
   * rotation's axis only s3 changes its sign.
   */
  @Override
  public Rotation rotation(int from, int to) {
    Rotation r = walk.rotation();
    return from == IN ? r : new Rotation(r.w(), r.x(), r.y(), -r.z());
  }

  @Override
  public Map<String, String> state() {
    return Map.of("rotation-rad", Double.toString(walk.rotation().angle()));
  }
}
