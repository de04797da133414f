package org.optihal.emulators.light.element;

import java.util.SplittableRandom;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.PassiveElements;
import org.optihal.physics.light.Decibels;

/** Takes a fixed share of the light, in both directions. */
final class AttenuatorPart extends ElementPart {
  private final double transmittance;

  AttenuatorPart(Element element, SplittableRandom unused) {
    super(element);
    double db = PassiveElements.ATTENUATOR_ATTENUATION.of(element).db();
    transmittance = Decibels.transmittance(loss(db, "attenuation"));
  }

  @Override
  public boolean leads(int from, int to) {
    return from != to;
  }

  @Override
  public double transmittance(int from, int to, double low, double high) {
    return transmittance;
  }
}
