package org.optihal.node.experiment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.MeterKinds;
import org.optihal.hal.bench.SourceElements;
import org.optihal.hal.error.HalException;
import org.optihal.hal.light.Cause;
import org.optihal.physics.keyrate.Entanglement;
import org.optihal.physics.keyrate.PostProcessing;
import org.optihal.physics.light.Decibels;
import org.optihal.physics.random.RandomStream;

/**
 * Coincidences of an entangled pair source: true ones and accidentals are drawn, and visibility,
 * CHSH parameter and key (BBM92) follow from what was counted. Half of the coincidences are in the
 * same basis.
 */
final class EntanglementMeter implements Meter {
  private static final double SIFTING = 0.5;

  private static final List<Quantity> OWN =
      List.of(
          Quantity.keyRate("Secret bits per second"),
          Quantity.error("qber", Unit.SHARE, "Wrong bits in equal bases"),
          Quantity.plain("coincidences", Unit.PER_SECOND, "Within the window, all of them"),
          Quantity.plain("accidentals", Unit.PER_SECOND, "Beside the peak, in an equal window"),
          Quantity.plain("car", Unit.NUMBER, "Coincidences over accidentals"),
          Quantity.plain("visibility", Unit.SHARE, "Of the fringe that is counted"),
          Quantity.plain("chsh", Unit.NUMBER, "CHSH parameter S; above 2 is entangled"),
          Quantity.plain("transmittance-signal-db", Unit.DECIBEL, "From the source, signal arm"),
          Quantity.plain("transmittance-idler-db", Unit.DECIBEL, "From the source, idler arm"),
          Quantity.plain("noise", Unit.PER_SECOND, "Clicks of both arms that are no signal"));

  private final MeterBench bench;
  private final RandomStream random;
  private final Element source;
  private final List<String> detectors;
  private final double window;
  private final PostProcessing post;

  EntanglementMeter(Element meter, MeterBench bench) {
    this.bench = bench;
    this.random = bench.random(meter);
    this.source = pairSource(meter, bench);
    this.detectors = MeterBench.ids(MeterKinds.DETECTORS.of(meter));
    if (detectors.size() < 2) {
      throw HalException.configuration(meter + ", detectors: coincidences take two at least");
    }
    this.window = MeterKinds.ENTANGLEMENT_WINDOW.of(meter).value() * 1e-12;
    this.post = new PostProcessing(SIFTING, MeterKinds.EC_EFFICIENCY.of(meter));
  }

  static Element pairSource(Element meter, MeterBench bench) {
    String id = MeterKinds.SOURCE.of(meter);
    return bench
        .element(id)
        .filter(e -> e.kind().equals(SourceElements.PAIR_SOURCE.name()))
        .orElseThrow(
            () -> HalException.configuration(meter + ", source: " + id + " is no pair source"));
  }

  @Override
  public List<Quantity> quantities() {
    List<Quantity> all = new ArrayList<>(OWN);
    all.addAll(Quantity.noise(List.of(Cause.values()), Unit.PER_SECOND, "Clicks"));
    return all;
  }

  /** The detectors of one arm together. */
  private static final class Arm {
    double sent;
    double efficiency;
    double transmittance;
    double noise;

    void add(PairArm detector) {
      sent = Math.max(sent, detector.sent());
      efficiency += detector.efficiency();
      transmittance += detector.transmittance();
      noise += detector.noiseRate();
    }
  }

  @Override
  public double[] sample(double now, double seconds) {
    double signalHertz = SourceElements.PAIR_SOURCE_SIGNAL_FREQUENCY.of(source).hertz();
    double idlerHertz = SourceElements.PAIR_SOURCE_IDLER_FREQUENCY.of(source).hertz();
    Arm signal = new Arm();
    Arm idler = new Arm();
    Map<Cause, Double> noise = new EnumMap<>(Cause.class);
    for (String id : detectors) {
      PairArm d = PairArm.of(bench, id, source.id());
      boolean first = Math.abs(d.hertz() - signalHertz) < Math.abs(d.hertz() - idlerHertz);
      (first ? signal : idler).add(d);
      d.noise().forEach((cause, term) -> noise.merge(cause, term, Double::sum));
    }
    Entanglement link =
        new Entanglement(
            Math.min(signal.sent, idler.sent),
            Math.min(1, signal.efficiency),
            Math.min(1, idler.efficiency),
            signal.noise,
            idler.noise,
            window,
            SourceElements.PAIR_SOURCE_VISIBILITY.of(source).value());
    long pairs = random.poisson(link.trueCoincidences() * seconds);
    long accidentalsInPeak = random.poisson(link.accidentals() * seconds);
    long accidentals = random.poisson(link.accidentals() * seconds);
    long coincidences = pairs + accidentalsInPeak;
    long wrong =
        random.binomial(pairs, (1 - link.stateVisibility()) / 2)
            + random.binomial(accidentalsInPeak, 0.5);
    double qber = coincidences > 0 ? (double) wrong / coincidences : Double.NaN;
    double visibility = 1 - 2 * qber;
    List<Double> values = new ArrayList<>();
    values.add(
        coincidences > 0
            ? Math.max(0, Entanglement.bbm92Margin(coincidences / seconds, qber, qber, post))
            : 0);
    values.add(qber);
    values.add(coincidences / seconds);
    values.add(accidentals / seconds);
    values.add(accidentals > 0 ? (double) coincidences / accidentals : Double.NaN);
    values.add(visibility);
    values.add(2 * StrictMath.sqrt(2) * visibility);
    for (Arm arm : List.of(signal, idler)) {
      values.add(
          arm.transmittance > 0 ? Decibels.ofRatio(arm.transmittance) : Double.NEGATIVE_INFINITY);
    }
    values.add(signal.noise + idler.noise);
    for (Cause cause : Cause.values()) {
      values.add(noise.getOrDefault(cause, 0.0));
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
