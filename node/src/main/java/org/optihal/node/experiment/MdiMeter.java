package org.optihal.node.experiment;

import java.util.ArrayList;
import java.util.List;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.MeterKinds;
import org.optihal.hal.error.HalException;
import org.optihal.hal.light.Cause;
import org.optihal.physics.keyrate.HongOuMandel;
import org.optihal.physics.keyrate.MeasurementDeviceIndependent;
import org.optihal.physics.keyrate.MeasurementDeviceIndependent.Outcome;
import org.optihal.physics.keyrate.PostProcessing;
import org.optihal.physics.light.Decibels;
import org.optihal.physics.random.RandomStream;

/**
 * MDI-QKD of two transmitters and one station, with infinitely many decoys (Lo et al., PRL 108,
 * 130503 (2012)). A quarter of the pairs of pulses has both in the key basis.
 */
final class MdiMeter implements Meter {
  private static final double SIFTING = 0.25;

  private static final List<Quantity> OWN =
      List.of(
          Quantity.keyRate("Secret bits per second"),
          Quantity.error("qber", Unit.SHARE, "Wrong bits in the key basis"),
          Quantity.plain("gain", Unit.NUMBER, "Bell-state measurements per pair of pulses"),
          Quantity.plain("sifted-rate", Unit.BITS_PER_SECOND, "Bits of the key basis"),
          Quantity.plain("hom-visibility", Unit.SHARE, "Depth of the two-photon dip"),
          Quantity.plain("transmittance-first-db", Unit.DECIBEL, "From the first transmitter"),
          Quantity.plain("transmittance-second-db", Unit.DECIBEL, "From the second transmitter"),
          Quantity.plain("counts", Unit.PER_SECOND, "What the detectors put out"),
          Quantity.plain("noise", Unit.PER_SECOND, "Clicks that are no signal"));

  private final MeterBench bench;
  private final RandomStream random;
  private final List<String> sources;
  private final List<String> detectors;
  private final double rate;
  private final double window;
  private final double mean;
  private final double overlap;
  private final double misalignment;
  private final PostProcessing post;

  MdiMeter(Element meter, MeterBench bench) {
    this.bench = bench;
    this.random = bench.random(meter);
    this.sources = MeterBench.ids(MeterKinds.MDI_SOURCES.of(meter));
    this.detectors = MeterBench.ids(MeterKinds.DETECTORS.of(meter));
    if (sources.size() != 2 || detectors.size() < 2) {
      throw HalException.configuration(meter + ": it has two sources, and at least two detectors");
    }
    this.rate = Sources.rate(meter, bench, sources);
    this.window = Sources.window(meter);
    this.mean = MeterKinds.MDI_MEAN_PHOTON_NUMBER.of(meter);
    if (!(mean > 0)) {
      throw HalException.configuration(meter + ", mean-photon-number: it is above zero");
    }
    this.overlap = MeterKinds.MDI_OVERLAP.of(meter).value();
    this.misalignment = MeterKinds.MISALIGNMENT.of(meter).value();
    this.post = new PostProcessing(SIFTING, MeterKinds.EC_EFFICIENCY.of(meter));
  }

  @Override
  public List<Quantity> quantities() {
    List<Quantity> all = new ArrayList<>(OWN);
    all.addAll(Quantity.noise(List.of(Cause.values()), Unit.PER_SECOND, "Clicks"));
    return all;
  }

  @Override
  public double[] sample(double now, double seconds) {
    Clicks clicks = Clicks.of(bench, detectors, sources, rate, window, 1);
    double first = clicks.detected(sources.get(0));
    double second = clicks.detected(sources.get(1));
    double background =
        Math.min(0.5, -StrictMath.expm1(-clicks.noise() / detectors.size())); // of each
    MeasurementDeviceIndependent station =
        new MeasurementDeviceIndependent(
            Math.min(1, first / mean),
            Math.min(1, second / mean),
            background,
            misalignment,
            overlap);
    Outcome expected = station.rectilinear(mean, mean);
    long pairs = Math.round(rate * seconds * SIFTING);
    long clicked = random.binomial(pairs, Math.min(1, expected.gain()));
    long wrong = random.binomial(clicked, expected.qber());
    boolean honest =
        clicks.photons(sources.get(0)) <= mean && clicks.photons(sources.get(1)) <= mean;
    double key = 0;
    if (clicked > 0 && honest) {
      Outcome measured = new Outcome((double) clicked / pairs, (double) wrong / clicked);
      key =
          MeasurementDeviceIndependent.keyRate(
                  mean,
                  mean,
                  measured,
                  station.singlePhotonYield(),
                  station.singlePhotonErrorRate(),
                  post)
              .keyRatePerPulse();
    }
    List<Double> values = new ArrayList<>();
    values.add(key * rate);
    values.add(clicked > 0 ? (double) wrong / clicked : Double.NaN);
    values.add(pairs > 0 ? (double) clicked / pairs : Double.NaN);
    values.add(clicked / seconds);
    values.add(
        first > 0 && second > 0
            ? HongOuMandel.measuredVisibility(first, second, overlap, background)
            : Double.NaN);
    for (String source : sources) {
      double share = clicks.transmittance(source);
      values.add(share > 0 ? Decibels.ofRatio(share) : Double.NEGATIVE_INFINITY);
    }
    values.add(clicks.countRate());
    values.add(clicks.noise() * rate);
    for (Cause cause : Cause.values()) {
      values.add(clicks.noise(cause) * rate);
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
