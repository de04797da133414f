package org.optihal.emulators.light.element;

import java.util.SplittableRandom;
import org.optihal.emulators.light.Flow;
import org.optihal.emulators.light.SpectralGrid;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.PassiveElements;
import org.optihal.physics.light.Decibels;
import org.optihal.physics.roadm.IsolationChain;

/** Leads light from {@code in} to {@code out}; of what comes back, lines go astray. */
final class IsolatorPart extends ElementPart {
  private static final int IN = 0;
  private static final int OUT = 1;

  private final double through;
  private final double back;

  IsolatorPart(Element element, SplittableRandom unused) {
    super(element);
    double loss = loss(PassiveElements.LOSS.of(element).db(), "loss");
    double isolation = loss(PassiveElements.ISOLATION.of(element).db(), "isolation");
    through = Decibels.transmittance(loss);
    back = new IsolationChain(loss, isolation).leakage(1);
  }

  @Override
  public boolean leads(int from, int to) {
    return from == IN && to == OUT;
  }

  @Override
  public double transmittance(int from, int to, double low, double high) {
    return through;
  }

  @Override
  public void generate(Flow[] entering, int to, Flow out, SpectralGrid grid) {
    if (to == IN) {
      Strays.add(entering[OUT], back, out);
    }
  }
}
