package org.optihal.emulators.light.element;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.ElementParameter;
import org.optihal.hal.bench.ElementTypes.Band;
import org.optihal.hal.bench.PassiveElements;
import org.optihal.hal.bench.RoadmElements;
import org.optihal.hal.quantity.Attenuation;
import org.optihal.physics.light.Decibels;
import org.optihal.physics.roadm.IsolationChain;

/**
 * A common port and ports with pass bands, the same in both directions; no light goes from band to
 * band. Where bands overlap, or losses are so small that more light would leave than enters, the
 * ports share what there is.
 */
final class MuxPart extends ElementPart {
  private static final int COMMON = 0;

  private final List<Band> bands;
  private final double inside;
  private final double outside;

  private MuxPart(
      Element element,
      List<Band> bands,
      ElementParameter<Attenuation> loss,
      ElementParameter<Attenuation> isolation) {
    super(element);
    this.bands = bands;
    double lossDb = loss(loss.of(element).db(), loss.name());
    double isolationDb = loss(isolation.of(element).db(), isolation.name());
    inside = Decibels.transmittance(lossDb);
    outside = new IsolationChain(lossDb, isolationDb).leakage(1);
    refuseOverlap(true);
  }

  static MuxPart mux(Element e, SplittableRandom unused) {
    List<Band> bands = PassiveElements.MUX_BANDS.of(e);
    return new MuxPart(e, bands, PassiveElements.LOSS, PassiveElements.ISOLATION);
  }

  static MuxPart demux(Element e, SplittableRandom unused) {
    List<Band> bands = PassiveElements.DEMUX_BANDS.of(e);
    return new MuxPart(e, bands, PassiveElements.LOSS, PassiveElements.ISOLATION);
  }

  static MuxPart wss(Element e, SplittableRandom unused) {
    List<Band> bands = RoadmElements.WSS_BANDS.of(e);
    MuxPart part = new MuxPart(e, bands, RoadmElements.WSS_LOSS, RoadmElements.WSS_ISOLATION);
    part.refuseOverlap(false);
    return part;
  }

  /**
   * A wavelength selective switch leads each frequency to one port only, and bands of one port are
   * apart in any multiplexer.
   */
  private void refuseOverlap(boolean samePort) {
    List<Band> ascending = new ArrayList<>(bands);
    ascending.sort(Comparator.comparingDouble(Band::low));
    for (int i = 1; i < ascending.size(); i++) {
      Band below = ascending.get(i - 1);
      Band above = ascending.get(i);
      if (above.low() < below.high() && (!samePort || above.port().equals(below.port()))) {
        throw wrong("bands", "'" + below + "' and '" + above + "' overlap");
      }
    }
  }

  @Override
  public List<Double> edges() {
    List<Double> edges = new ArrayList<>();
    bands.forEach(band -> edges.addAll(List.of(band.low(), band.high())));
    return edges;
  }

  @Override
  public List<double[]> watched() {
    List<double[]> narrow = new ArrayList<>();
    bands.forEach(band -> narrow.addAll(PassBands.watched(band.low(), band.high())));
    return narrow;
  }

  @Override
  public boolean leads(int from, int to) {
    return (from == COMMON) != (to == COMMON);
  }

  @Override
  public double transmittance(int from, int to, double low, double high) {
    double sum = 0;
    for (String port : ports().subList(COMMON + 1, ports().size())) {
      sum += alone(port, low, high);
    }
    return alone(ports().get(Math.max(from, to)), low, high) / Math.max(1, sum);
  }

  /** Transmittance of a port as if there were no other. */
  private double alone(String port, double low, double high) {
    double share = 0;
    for (Band band : bands) {
      if (band.port().equals(port)) {
        share += PassBands.share(low, high, band.low(), band.high());
      }
    }
    return share * inside + (1 - share) * outside;
  }
}
