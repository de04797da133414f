package org.optihal.emulators.light.element;

import java.util.List;
import java.util.SplittableRandom;
import org.optihal.emulators.light.Flow;
import org.optihal.emulators.light.SpectralGrid;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.SourceElements;
import org.optihal.hal.light.Cause;

/** Noise flat over a band. It pumps no Raman noise: for light that loads a fibre take a comb. */
final class AsePart extends ElementPart {
  private final double low;
  private final double high;
  private final double watts;

  AsePart(Element element, SplittableRandom unused) {
    super(element);
    low = SourceElements.ASE_SOURCE_LOW.of(element).hertz();
    high = SourceElements.ASE_SOURCE_HIGH.of(element).hertz();
    watts = SourceElements.ASE_SOURCE_POWER.of(element).watts();
    if (high <= low) {
      throw wrong("high", "the upper edge is above the lower one");
    }
    if (low < SpectralGrid.LOW || high > SpectralGrid.HIGH) {
      throw wrong("low", "the band is within 1260 to 1650 nm");
    }
    if (watts < 0) {
      throw wrong("power", "no power is below zero");
    }
  }

  @Override
  public List<Double> edges() {
    return List.of(low, high);
  }

  @Override
  public boolean leads(int from, int to) {
    return false;
  }

  @Override
  public double transmittance(int from, int to, double lower, double upper) {
    return 0;
  }

  @Override
  public void generate(Flow[] entering, int to, Flow out, SpectralGrid grid) {
    for (int i = 0; i < grid.bins(); i++) {
      double overlap = Math.min(high, grid.high(i)) - Math.max(low, grid.low(i));
      if (overlap > 0) {
        double density = watts / (high - low);
        out.addNoise(Cause.AMPLIFIED_EMISSION, i, density * overlap / grid.width(i));
      }
    }
  }
}
