package org.optihal.node.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.MeterKinds;
import org.optihal.hal.bench.MeterKinds.Encoding;
import org.optihal.hal.bench.SourceElements;
import org.optihal.hal.error.HalException;
import org.optihal.hal.light.Cause;
import org.optihal.physics.keyrate.DecoyBb84;
import org.optihal.physics.keyrate.FiniteDecoyBb84;
import org.optihal.physics.keyrate.FiniteDecoyBb84.BasisCounts;
import org.optihal.physics.keyrate.FiniteDecoyBb84.Intensities;
import org.optihal.physics.keyrate.FiniteKeySecurity;
import org.optihal.physics.keyrate.IntensityCounts;
import org.optihal.physics.keyrate.IntensityStatistics;
import org.optihal.physics.keyrate.PostProcessing;
import org.optihal.physics.keyrate.WeakCoherentChannel;
import org.optihal.physics.keyrate.WeakCoherentChannel.GainForm;
import org.optihal.physics.light.Decibels;
import org.optihal.physics.random.RandomStream;

/**
 * Decoy-state BB84. Clicks are drawn for each intensity and basis, so that gain and error rate
 * fluctuate as they do on a bench. The mean photon number is what the transmitter believes to send:
 * the efficiency of the channel follows from what arrives.
 *
 * <p>Without a block, yield and error rate of single photons are those of endless statistics (Ma et
 * al., PRA 72, 012326 (2005)), with the measured gain and error rate of the signal; with one the
 * key is that of Lim et al., PRA 89, 022307 (2014).
 */
final class DecoyBb84Meter implements Meter {
  private static final List<Quantity> OWN =
      List.of(
          Quantity.keyRate("Secret bits per second"),
          Quantity.error("qber", Unit.SHARE, "Wrong bits of the signal pulses in the key basis"),
          Quantity.plain("sifted-rate", Unit.BITS_PER_SECOND, "Bits of matching bases"),
          Quantity.plain("gain", Unit.NUMBER, "Clicks per signal pulse"),
          Quantity.plain("y0", Unit.NUMBER, "Clicks per vacuum pulse"),
          Quantity.plain("transmittance-db", Unit.DECIBEL, "From the source to all detectors"),
          Quantity.plain("mean-photon-number", Unit.NUMBER, "Photons of a pulse at its source"),
          Quantity.plain("counts", Unit.PER_SECOND, "What the detectors put out"),
          Quantity.plain("noise", Unit.PER_SECOND, "Clicks that are no signal"));

  private final MeterBench bench;
  private final RandomStream random;
  private final String source;
  private final List<String> detectors;
  private final double rate;
  private final double window;
  private final double[] mean;
  private final double[] probability;
  private final double keyBasis;
  private final double misalignment;
  private final double correction;
  private final Encoding encoding;
  private final Optional<Block> block;

  DecoyBb84Meter(Element meter, MeterBench bench) {
    this.bench = bench;
    this.random = bench.random(meter);
    this.source = MeterKinds.SOURCE.of(meter);
    this.detectors = MeterBench.ids(MeterKinds.DETECTORS.of(meter));
    this.rate = Sources.rate(meter, bench, List.of(source));
    this.window = Sources.window(meter);
    this.mean =
        new double[] {
          MeterKinds.DECOY_BB84_MEAN_PHOTON_NUMBER.of(meter),
          MeterKinds.DECOY_BB84_DECOY.of(meter),
          Math.max(MeterKinds.DECOY_BB84_VACUUM.of(meter), leastMean(meter))
        };
    List<Double> p = MeterKinds.DECOY_BB84_PROBABILITIES.of(meter);
    if (p.size() != mean.length) {
      throw HalException.configuration(
          meter + ", probabilities: there are three, of signal, decoy and vacuum");
    }
    this.probability = p.stream().mapToDouble(Double::doubleValue).toArray();
    this.keyBasis = MeterKinds.DECOY_BB84_BASIS.of(meter);
    this.misalignment = MeterKinds.MISALIGNMENT.of(meter).value();
    this.correction = MeterKinds.EC_EFFICIENCY.of(meter);
    this.encoding = MeterKinds.DECOY_BB84_ENCODING.of(meter);
    PostProcessing unused = new PostProcessing(keyBasis, correction); // refuses nonsense
    Intensities intensities =
        new Intensities(mean[0], mean[1], mean[2], probability[0], probability[1], probability[2]);
    FiniteKeySecurity security =
        new FiniteKeySecurity(MeterKinds.SECURITY.of(meter), MeterKinds.CORRECTNESS.of(meter));
    this.block = MeterKinds.BLOCK.find(meter).map(n -> new Block(meter, n, intensities, security));
  }

  /** What the source's modulator lets through when it shall let nothing through. */
  private double leastMean(Element meter) {
    return bench
        .element(source)
        .filter(e -> e.kind().equals(SourceElements.PULSED_SOURCE.name()))
        .map(e -> Decibels.transmittance(SourceElements.PULSED_SOURCE_EXTINCTION.of(e).db()))
        .map(t -> t * MeterKinds.DECOY_BB84_MEAN_PHOTON_NUMBER.of(meter))
        .orElse(0.0);
  }

  @Override
  public List<Quantity> quantities() {
    List<Quantity> all = new ArrayList<>(OWN);
    all.addAll(Quantity.noise(List.of(Cause.values()), Unit.PER_SECOND, "Clicks"));
    return all;
  }

  @Override
  public double[] sample(double now, double seconds) {
    double share = 0;
    for (int i = 0; i < mean.length; i++) {
      share += probability[i] * mean[i] / mean[0];
    }
    Clicks clicks = Clicks.of(bench, detectors, List.of(source), rate, window, share);
    WeakCoherentChannel channel = channel(clicks);
    Counts counts = new Counts();
    counts.draw(channel, rate * seconds);
    // What arrives cannot be more than what was sent: else the transmitter is wrong about it.
    boolean honest = clicks.photons(source) <= mean[0];
    double keyRate = honest ? keyRate(channel, counts, rate * seconds) : 0;
    double sifted = 0;
    for (int i = 0; i < mean.length; i++) {
      sifted += counts.clicks[0][i] + counts.clicks[1][i];
    }
    double sent = clicks.transmittance(source);
    List<Double> values = new ArrayList<>();
    values.add(keyRate);
    values.add(ratio(counts.errors[0][0], counts.clicks[0][0]));
    values.add(sifted / seconds);
    values.add(ratio(counts.clicks[0][0], counts.pulses[0][0]));
    values.add(
        ratio(
            counts.clicks[0][2] + counts.clicks[1][2], counts.pulses[0][2] + counts.pulses[1][2]));
    values.add(sent > 0 ? Decibels.ofRatio(sent) : Double.NEGATIVE_INFINITY);
    values.add(sent > 0 ? clicks.photons(source) / sent : 0);
    values.add(clicks.countRate());
    values.add(clicks.noise() * rate);
    for (Cause cause : Cause.values()) {
      values.add(clicks.noise(cause) * rate);
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private WeakCoherentChannel channel(Clicks clicks) {
    double error = misalignment;
    if (encoding == Encoding.POLARIZATION) {
      double sine = StrictMath.sin(clicks.misrotation(source) / 2);
      error += sine * sine * (1 - 2 * misalignment);
    }
    double efficiency = Math.min(1, clicks.detected(source) / mean[0]);
    return new WeakCoherentChannel(efficiency, clicks.backgroundYield(), error, GainForm.EXACT);
  }

  private double keyRate(WeakCoherentChannel channel, Counts counts, double sent) {
    if (block.isPresent()) {
      return block.get().keyRate(channel, counts, sent);
    }
    if (counts.clicks[0][0] == 0) {
      return 0;
    }
    IntensityStatistics signal =
        new IntensityStatistics(
            mean[0],
            counts.clicks[0][0] / counts.pulses[0][0],
            counts.errors[0][0] / counts.clicks[0][0]);
    double matching = keyBasis * keyBasis + (1 - keyBasis) * (1 - keyBasis);
    PostProcessing post = new PostProcessing(probability[0] * matching, correction);
    return rate
        * DecoyBb84.vacuumWeak(signal, channel.statistics(mean[1]), channel.backgroundYield(), post)
            .keyRatePerPulse();
  }

  private static double ratio(double part, double whole) {
    return whole > 0 ? part / whole : Double.NaN;
  }

  /** Of the key basis and of the other, for each intensity. */
  private final class Counts {
    final double[][] pulses = new double[2][3];
    final double[][] clicks = new double[2][3];
    final double[][] errors = new double[2][3];

    /** Adds what so many pulses give. */
    void draw(WeakCoherentChannel channel, double sent) {
      double[] bases = {keyBasis * keyBasis, (1 - keyBasis) * (1 - keyBasis)};
      for (int basis = 0; basis < bases.length; basis++) {
        for (int i = 0; i < mean.length; i++) {
          long n = Math.round(sent * bases[basis] * probability[i]);
          IntensityStatistics statistics = channel.statistics(mean[i]);
          long clicked = random.binomial(n, statistics.gain());
          pulses[basis][i] += n;
          clicks[basis][i] += clicked;
          errors[basis][i] += random.binomial(clicked, statistics.qber());
        }
      }
    }

    void add(Counts more) {
      for (int basis = 0; basis < 2; basis++) {
        for (int i = 0; i < 3; i++) {
          pulses[basis][i] += more.pulses[basis][i];
          clicks[basis][i] += more.clicks[basis][i];
          errors[basis][i] += more.errors[basis][i];
        }
      }
    }

    BasisCounts basis(int basis) {
      IntensityCounts[] of = new IntensityCounts[3];
      for (int i = 0; i < 3; i++) {
        of[i] = new IntensityCounts(clicks[basis][i], errors[basis][i]);
      }
      return new BasisCounts(of[0], of[1], of[2]);
    }
  }

  /** Collects pulses until a block is full; the key rate is that of the last full one. */
  private final class Block {
    private final double pulses;
    private final Intensities intensities;
    private final FiniteKeySecurity security;
    private Counts collected = new Counts();
    private double collectedPulses;
    private double latest = Double.NaN;

    Block(Element meter, double pulses, Intensities intensities, FiniteKeySecurity security) {
      this.pulses = pulses;
      this.intensities = intensities;
      this.security = security;
      if (!(pulses >= 1 && pulses <= 1e15)) {
        throw HalException.configuration(meter + ", block: it has 1 to 1e15 pulses");
      }
    }

    double keyRate(WeakCoherentChannel channel, Counts sampled, double sent) {
      if (pulses <= sent) { // several blocks a sample: one of them
        collected = new Counts();
        collected.draw(channel, pulses);
        collectedPulses = pulses;
      } else {
        collected.add(sampled);
        collectedPulses += sent;
      }
      if (collectedPulses >= pulses) {
        double bits =
            FiniteDecoyBb84.key(
                    intensities, collected.basis(0), collected.basis(1), security, correction)
                .length();
        latest = bits / collectedPulses * rate;
        collected = new Counts();
        collectedPulses = 0;
      }
      return latest;
    }
  }
}
