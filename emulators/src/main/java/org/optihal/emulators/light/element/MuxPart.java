package org.optihal.emulators.light.element;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
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

  /** Those of each port; of the common one those of all. */
  private final BandIndex[] indexes;

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
    indexes = indexes();
  }

  private BandIndex[] indexes() {
    Map<String, List<Band>> byPort =
        bands.stream().collect(Collectors.groupingBy(Band::port, Collectors.toList()));
    BandIndex[] all = new BandIndex[ports().size()];
    all[COMMON] = new BandIndex(bands);
    for (int port = COMMON + 1; port < all.length; port++) {
      all[port] = new BandIndex(byPort.getOrDefault(ports().get(port), List.of()));
    }
    return all;
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
    double share = indexes[Math.max(from, to)].share(low, high);
    double shares = indexes[COMMON].share(low, high);
    // As if there were no other port, and the sum of that over all ports.
    double alone = share * inside + (1 - share) * outside;
    double sum = shares * inside + (ports().size() - 1 - shares) * outside;
    return alone / Math.max(1, sum);
  }
}
