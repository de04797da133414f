package org.optihal.emulators.light.element;

import java.util.SplittableRandom;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.PassiveElements;
import org.optihal.physics.light.Decibels;

/**
 * Two fibres, {@code in} to {@code through} and {@code in2} to {@code tap}, that exchange a share
 * of their light; the same from either end. Light of two inputs adds in power: it does not
 * interfere.
 */
final class CouplerPart extends ElementPart {
  private static final int PORTS_PER_FIBRE = 2;
  private static final int IN = 0;
  private static final int IN2 = 3;

  private final double staying;
  private final double crossing;

  CouplerPart(Element element, SplittableRandom unused) {
    super(element);
    double ratio = PassiveElements.COUPLER_RATIO.of(element).value();
    if (!(ratio >= 0 && ratio <= 1)) {
      throw wrong("ratio", "the tap gets a share from 0 % to 100 %");
    }
    double share = Decibels.transmittance(loss(PassiveElements.LOSS.of(element).db(), "loss"));
    staying = share * (1 - ratio);
    crossing = share * ratio;
  }

  private static boolean isInput(int port) {
    return port == IN || port == IN2;
  }

  @Override
  public boolean leads(int from, int to) {
    return isInput(from) != isInput(to);
  }

  @Override
  public double transmittance(int from, int to, double low, double high) {
    return from / PORTS_PER_FIBRE == to / PORTS_PER_FIBRE ? staying : crossing;
  }
}
