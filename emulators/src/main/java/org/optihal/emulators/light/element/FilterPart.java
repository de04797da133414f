package org.optihal.emulators.light.element;

import java.util.List;
import java.util.SplittableRandom;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.PassiveElements;
import org.optihal.physics.roadm.RectangularPassband;

/** A pass band, the same in both directions; what it stops is absorbed. */
final class FilterPart extends ElementPart {
  private final RectangularPassband band;

  FilterPart(Element element, SplittableRandom unused) {
    super(element);
    double width = PassiveElements.FILTER_WIDTH.of(element).hertz();
    if (width <= 0) {
      throw wrong("width", "a pass band has some width");
    }
    band =
        new RectangularPassband(
            PassiveElements.FILTER_CENTER.of(element).hertz(),
            width,
            loss(PassiveElements.LOSS.of(element).db(), "loss"),
            loss(PassiveElements.ISOLATION.of(element).db(), "isolation"));
  }

  @Override
  public List<Double> edges() {
    return List.of(low(), high());
  }

  @Override
  public List<double[]> watched() {
    return PassBands.watched(low(), high());
  }

  private double low() {
    return band.center() - band.bandwidth() / 2;
  }

  private double high() {
    return band.center() + band.bandwidth() / 2;
  }

  @Override
  public boolean leads(int from, int to) {
    return from != to;
  }

  @Override
  public double transmittance(int from, int to, double low, double high) {
    return band.meanTransmittance(low, high);
  }
}
