package org.optihal.emulators.light.element;

import java.util.SplittableRandom;
import org.optihal.emulators.light.Flow;
import org.optihal.emulators.light.SpectralGrid;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.PassiveElements;
import org.optihal.physics.light.Decibels;
import org.optihal.physics.roadm.IsolationChain;

/**
 * Leads light from {@code p1} to {@code p2} and from {@code p2} to {@code p3}; what enters at
 * {@code p3} is absorbed. Lines go astray the other way round.
 */
final class CirculatorPart extends ElementPart {
  private static final int PORTS = 3;

  private final double through;
  private final double astray;

  CirculatorPart(Element element, SplittableRandom unused) {
    super(element);
    double loss = loss(PassiveElements.LOSS.of(element).db(), "loss");
    double isolation = loss(PassiveElements.ISOLATION.of(element).db(), "isolation");
    astray = new IsolationChain(loss, isolation).leakage(1);
    through = Strays.through(Decibels.transmittance(loss), astray);
  }

  @Override
  public boolean leads(int from, int to) {
    return to == from + 1;
  }

  @Override
  public double transmittance(int from, int to, double low, double high) {
    return through;
  }

  @Override
  public void generate(Flow[] entering, int to, Flow out, SpectralGrid grid) {
    Strays.add(entering[(to + 1) % PORTS], astray, out);
  }
}
