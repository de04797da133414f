package org.optihal.emulators.light.element;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.optihal.emulators.light.Emitter;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.ElementTypes.Band;
import org.optihal.hal.bench.SourceElements;

/** WDM channels of equal power, {@code comb#1} the lowest. */
final class CombPart extends ElementPart {
  private static final int MOST = 2000;

  private final List<Emitter> lines = new ArrayList<>();

  private record Line(String source, double hertz, double bandwidth, double watts)
      implements Emitter {
    @Override
    public int port() {
      return 0;
    }
  }

  CombPart(Element element, SplittableRandom unused) {
    super(element);
    double low = SourceElements.COMB_LOW.of(element).hertz();
    double high = SourceElements.COMB_HIGH.of(element).hertz();
    double spacing = SourceElements.COMB_SPACING.of(element).hertz();
    double width = SourceElements.COMB_WIDTH.of(element).hertz();
    double watts = SourceElements.COMB_POWER.of(element).watts();
    if (spacing <= 0) {
      throw wrong("spacing", "channels are some distance apart");
    }
    SourcePart.width(element, "width", width, low);
    if (width > spacing) {
      throw wrong("width", "a channel is at most as wide as the spacing");
    }
    if (high < low) {
      throw wrong("high", "the highest channel is not below the lowest");
    }
    if ((high - low) / spacing >= MOST) {
      throw wrong("spacing", "more than " + MOST + " channels");
    }
    if (watts < 0) {
      throw wrong("power", "no power is below zero");
    }
    List<Band> gaps = SourceElements.COMB_GAP.find(element).orElse(List.of());
    List<Double> centers = new ArrayList<>();
    for (int i = 0; low + i * spacing <= high; i++) {
      double center = low + i * spacing;
      if (gaps.stream().noneMatch(g -> overlaps(g, center, width))) {
        centers.add(center);
      }
    }
    for (double center : centers) {
      String source = element.id() + "#" + (lines.size() + 1);
      lines.add(new Line(source, center, width, watts / centers.size()));
    }
  }

  private static boolean overlaps(Band gap, double center, double width) {
    return center + width / 2 > gap.low() && center - width / 2 < gap.high();
  }

  @Override
  public List<Emitter> emitters() {
    return lines;
  }

  @Override
  public boolean leads(int from, int to) {
    return false;
  }

  @Override
  public double transmittance(int from, int to, double low, double high) {
    return 0;
  }
}
