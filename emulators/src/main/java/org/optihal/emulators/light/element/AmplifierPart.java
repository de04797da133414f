package org.optihal.emulators.light.element;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.optihal.emulators.light.Flow;
import org.optihal.emulators.light.SpectralGrid;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.RoadmElements;
import org.optihal.hal.bench.RoadmElements.AmplifierRegulation;
import org.optihal.hal.light.Cause;
import org.optihal.physics.light.Decibels;
import org.optihal.physics.roadm.AmplifierGain;
import org.optihal.physics.roadm.AmplifierNoise;

/**
 * A fibre amplifier between isolators: one gain over its band, nothing outside it and nothing
 * backwards. Its regulation sees the lines in the band; noise, entering or its own, it does not
 * count: that is amplified and comes on top of the output power. Its emission is that of photons,
 * without the amplified vacuum, which no detector clicks for.
 */
final class AmplifierPart extends ElementPart {
  private static final int IN = 0;
  private static final int OUT = 1;

  /** A smaller change of the gain is none, in dB. */
  private static final double SETTLED = 1e-9;

  /** A line is at least this wide, in hertz. */
  private static final double NARROWEST = 1;

  private static final double NANOS = 1e9;

  private final double low;
  private final double high;
  private final double noiseFigureDb;
  private final AmplifierGain regulation;

  private boolean lit;
  private double inputWatts;
  private double gainDb;
  private double usedGainDb;
  private long lastNanos;

  AmplifierPart(Element element, SplittableRandom unused) {
    super(element);
    low = RoadmElements.AMPLIFIER_LOW.of(element).hertz();
    high = RoadmElements.AMPLIFIER_HIGH.of(element).hertz();
    if (high <= low) {
      throw wrong("high", "the upper edge is above the lower one");
    }
    double mostDb = RoadmElements.AMPLIFIER_GAIN.of(element).db();
    noiseFigureDb = RoadmElements.AMPLIFIER_NOISE_FIGURE.of(element).db();
    if (mostDb < 0) {
      throw wrong("gain", "an amplifier has no loss");
    }
    // Refuses a noise figure below the quantum limit at the largest gain.
    AmplifierNoise.spontaneousDensity(noiseFigureDb, mostDb, low);
    regulation = regulation(element, mostDb);
    gainDb = regulation.settledDb(0);
    usedGainDb = gainDb;
  }

  private static AmplifierGain regulation(Element element, double mostDb) {
    double outputDbm = RoadmElements.AMPLIFIER_OUTPUT_POWER.of(element).dbm();
    double seconds = RoadmElements.AMPLIFIER_SETTLING.of(element).toNanos() / NANOS;
    AmplifierRegulation mode = RoadmElements.AMPLIFIER_MODE.of(element);
    return switch (mode) {
      case CONSTANT_GAIN ->
          new AmplifierGain(AmplifierGain.Mode.CONSTANT_GAIN, mostDb, mostDb, outputDbm, seconds);
      case CONSTANT_POWER ->
          new AmplifierGain(
              AmplifierGain.Mode.CONSTANT_POWER, outputDbm, mostDb, outputDbm, seconds);
    };
  }

  @Override
  public List<Double> edges() {
    return List.of(low, high);
  }

  @Override
  public boolean leads(int from, int to) {
    return from == IN && to == OUT;
  }

  @Override
  public boolean advance(long nanos) {
    if (nanos > lastNanos) {
      gainDb = regulation.transientDb(gainDb, inputWatts, (nanos - lastNanos) / NANOS);
      lastNanos = nanos;
    }
    return hasMoved();
  }

  /** The first light finds a settled gain; later changes take their time. */
  @Override
  public boolean settle(Flow[] entering) {
    double watts = inBand(entering[IN]);
    gainDb = lit ? regulation.transientDb(gainDb, watts, 0) : regulation.settledDb(watts);
    lit |= watts > 0;
    inputWatts = watts;
    return hasMoved();
  }

  private boolean hasMoved() {
    if (Math.abs(gainDb - usedGainDb) <= SETTLED) {
      return false;
    }
    usedGainDb = gainDb;
    return true;
  }

  private double inBand(Flow in) {
    double sum = 0;
    for (int line = 0; line < in.lines(); line++) {
      double half = Math.max(in.bandwidth(line), NARROWEST) / 2;
      double center = in.hertz(line);
      if (in.watts(line) > 0) {
        sum += in.watts(line) * PassBands.share(center - half, center + half, low, high);
      }
    }
    return sum;
  }

  @Override
  public double transmittance(int from, int to, double lower, double upper) {
    return PassBands.share(lower, upper, low, high) * Decibels.toRatio(usedGainDb);
  }

  @Override
  public void generate(Flow[] entering, int to, Flow out, SpectralGrid grid) {
    if (to != OUT) {
      return;
    }
    for (int bin = 0; bin < grid.bins(); bin++) {
      double share = PassBands.share(grid.low(bin), grid.high(bin), low, high);
      if (share > 0) {
        double density =
            AmplifierNoise.spontaneousDensity(noiseFigureDb, usedGainDb, grid.center(bin));
        out.addNoise(Cause.AMPLIFIED_EMISSION, bin, share * density);
      }
    }
  }

  @Override
  public Map<String, String> state() {
    return Map.of("gain-db", Double.toString(usedGainDb));
  }
}
