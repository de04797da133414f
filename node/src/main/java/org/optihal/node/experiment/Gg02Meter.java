package org.optihal.node.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optihal.hal.bench.DetectorElements;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.MeterKinds;
import org.optihal.hal.error.HalException;
import org.optihal.hal.light.Cause;
import org.optihal.hal.light.Light;
import org.optihal.physics.coherent.ExcessNoise;
import org.optihal.physics.keyrate.GaussianModulation;
import org.optihal.physics.keyrate.GaussianModulation.Detection;
import org.optihal.physics.light.Decibels;
import org.optihal.physics.random.RandomStream;

/**
 * Gaussian-modulated CV-QKD. Noise in the mode of the local oscillator counts as excess noise, term
 * by term; the measured excess noise scatters around their sum as an estimate from half of the
 * symbols does. The modulation variance is what the transmitter believes to send: the transmittance
 * follows from what arrives.
 */
final class Gg02Meter implements Meter {
  private static final double ESTIMATION_SHARE = 0.5;
  private static final double WORST_CASE_DEVIATIONS = 6.5;
  private static final double FAILURE = 1e-10;

  private static final List<Quantity> OWN =
      List.of(
          Quantity.keyRate("Secret bits per second"),
          Quantity.error("excess-noise", Unit.SHOT_NOISE, "As measured, at the channel's input"),
          Quantity.plain("excess-noise-limit", Unit.SHOT_NOISE, "Where the key would end"),
          Quantity.plain("transmittance", Unit.NUMBER, "Of the channel, as measured"),
          Quantity.plain("transmittance-db", Unit.DECIBEL, "From the source to the receiver"),
          Quantity.plain("clearance", Unit.DECIBEL, "Shot noise over electronic noise"),
          new Quantity(
              "noise-technical",
              Unit.SHOT_NOISE,
              Quantity.Role.NOISE_TERM,
              "Excess noise by transmitter and receiver"));

  private final Element meter;
  private final MeterBench bench;
  private final RandomStream random;
  private final String source;
  private final String receiver;
  private final double rate;
  private final double variance;
  private final double reconciliation;
  private final double technical;
  private final Optional<Double> block;

  Gg02Meter(Element meter, MeterBench bench) {
    this.meter = meter;
    this.bench = bench;
    this.random = bench.random(meter);
    this.source = MeterKinds.SOURCE.of(meter);
    this.receiver = MeterKinds.GG02_RECEIVER.of(meter);
    this.rate = Sources.rate(meter, bench, List.of(source));
    this.variance = MeterKinds.GG02_VARIANCE.of(meter);
    this.reconciliation = MeterKinds.GG02_RECONCILIATION.of(meter);
    this.technical = MeterKinds.GG02_TECHNICAL_NOISE.of(meter);
    this.block = MeterKinds.BLOCK.find(meter);
    if (!(variance > 0) || !(technical >= 0)) {
      throw HalException.configuration(
          meter + ": the variance is above zero, and technical noise not below");
    }
    if (block.isPresent() && !(block.get() >= 1)) {
      throw HalException.configuration(meter + ", block: it has at least one symbol");
    }
    Element unused = receiver();
  }

  private Element receiver() {
    return bench
        .element(receiver)
        .filter(e -> e.kind().equals(DetectorElements.COHERENT_RECEIVER.name()))
        .orElseThrow(
            () ->
                HalException.configuration(
                    meter + ", receiver: " + receiver + " is no coherent receiver"));
  }

  @Override
  public List<Quantity> quantities() {
    List<Quantity> all = new ArrayList<>(OWN);
    all.addAll(Quantity.noise(NoiseMeter.OPTICAL, Unit.SHOT_NOISE, "Excess noise"));
    return all;
  }

  @Override
  public double[] sample(double now, double seconds) {
    Element element = receiver();
    Light light = bench.into(receiver);
    Lines lines = Lines.of(light, source);
    double electronic = electronicNoise(element);
    double transmittance = Math.min(1, 2 * lines.photonsPerSecond() / rate / variance);
    Optional<Light.Line> line = lines.strongest();
    if (line.isEmpty() || transmittance == 0 || !Double.isFinite(electronic)) {
      return nothing(lines.transmittance(), electronic);
    }
    Map<Cause, Double> terms = terms(light, line.get(), transmittance);
    double expected = technical;
    for (double term : terms.values()) {
      expected += term;
    }
    GaussianModulation channel =
        new GaussianModulation(
            variance,
            transmittance,
            expected,
            DetectorElements.EFFICIENCY.of(element).value(),
            electronic,
            reconciliation,
            Detection.valueOf(DetectorElements.COHERENT_RECEIVER_DETECTION.of(element).name()));
    GaussianModulation measured = estimate(channel, rate * seconds);
    double bits =
        block
            .map(
                n ->
                    measured
                        .finiteSize(n, ESTIMATION_SHARE, WORST_CASE_DEVIATIONS, FAILURE)
                        .keyRateBitsPerSymbol())
            .orElseGet(measured::keyRateBitsPerSymbol);
    List<Double> values = new ArrayList<>();
    values.add(bits * rate);
    values.add(measured.excessNoise());
    values.add(measured.excessNoiseLimit());
    values.add(measured.transmittance());
    values.add(Decibels.ofRatio(lines.transmittance()));
    values.add(clearance(electronic));
    values.add(technical);
    NoiseMeter.OPTICAL.forEach(cause -> values.add(terms.getOrDefault(cause, 0.0)));
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Without a signal or a local oscillator nothing can be estimated, and there is no key. */
  private static double[] nothing(double transmittance, double electronic) {
    double[] values = new double[OWN.size() + NoiseMeter.OPTICAL.size()];
    Arrays.fill(values, Double.NaN);
    values[0] = 0;
    values[4] = transmittance > 0 ? Decibels.ofRatio(transmittance) : Double.NEGATIVE_INFINITY;
    values[5] = clearance(electronic);
    return values;
  }

  private static double clearance(double electronic) {
    return Decibels.ofRatio(1 + 1 / electronic);
  }

  /** At the present local oscillator; infinite where one is plugged in and dark. */
  private double electronicNoise(Element element) {
    double stated = DetectorElements.COHERENT_RECEIVER_ELECTRONIC_NOISE.of(element);
    String port = receiver + "/lo";
    if (!bench.isWired(port)) {
      return stated;
    }
    double reference = DetectorElements.COHERENT_RECEIVER_LOCAL_POWER.of(element).watts();
    return stated * reference / bench.truth().entering(port).watts();
  }

  /** Excess noise at the channel's input by what is in the mode of the signal. */
  private Map<Cause, Double> terms(Light light, Light.Line signal, double transmittance) {
    double hertz = signal.hertz();
    double low = hertz - rate / 2;
    double high = hertz + rate / 2;
    Map<Cause, Double> watts = new EnumMap<>(Cause.class);
    for (Cause cause : NoiseMeter.OPTICAL) {
      watts.put(cause, light.noise(cause, low, high));
    }
    for (Light.Line l : light.within(low, high).lines()) {
      watts.merge(Cause.LEAKAGE, l.isFrom(source) ? 0 : l.watts(), Double::sum);
      watts.merge(Cause.CROSSTALK, l.crosstalk(), Double::sum);
    }
    watts.replaceAll(
        (cause, w) ->
            ExcessNoise.ofPhotonsPerMode(
                ExcessNoise.photonsPerMode(w / rate, hertz), transmittance));
    return watts;
  }

  /** What half of so many symbols tell of the channel; a noise below zero counts as none. */
  private GaussianModulation estimate(GaussianModulation channel, double symbols) {
    double split = channel.detection() == Detection.HOMODYNE ? 1 : 2;
    double samples = Math.max(2, symbols * ESTIMATION_SHARE * split);
    double gain = channel.efficiency() * channel.transmittance() / split;
    double noise = 1 + channel.electronicNoise() + gain * channel.excessNoise();
    double amplitude =
        StrictMath.sqrt(gain) + random.gaussian() * StrictMath.sqrt(noise / (samples * variance));
    double excess =
        channel.excessNoise() + random.gaussian() * noise * StrictMath.sqrt(2 / samples) / gain;
    double seen = amplitude * amplitude * split / channel.efficiency();
    return channel.withTransmittance(Math.min(1, seen)).withExcessNoise(Math.max(0, excess));
  }
}
