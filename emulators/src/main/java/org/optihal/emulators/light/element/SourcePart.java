package org.optihal.emulators.light.element;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.optihal.emulators.light.Emitter;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.SourceElements;
import org.optihal.hal.error.HalException;
import org.optihal.physics.Require;
import org.optihal.physics.light.Photons;

/** Sources whose lines do not change; pulses and symbols are lines of their mean power. */
final class SourcePart extends ElementPart {
  /** Within which somebody looks for the photons of a quantum signal, in its bandwidths. */
  private static final double WATCHED = 2;

  /** A line is narrower than this, in its frequency: far beyond any source. */
  private static final double NARROW = 0.1;

  private final List<Emitter> lines;
  private final boolean quantum;

  private record Line(
      String source, int port, double hertz, double bandwidth, double watts, double pulseRate)
      implements Emitter {
    Line {
      Require.notNegative(watts, "power");
      Require.notNegative(bandwidth, "width");
    }
  }

  private SourcePart(Element element, List<? extends Emitter> lines, boolean quantum) {
    super(element);
    this.lines = List.copyOf(lines);
    this.quantum = quantum;
  }

  static SourcePart cw(Element e, SplittableRandom unused) {
    double watts = SourceElements.CW_SOURCE_POWER.of(e).watts();
    double width =
        width(e, "linewidth", (double) SourceElements.LINEWIDTH.of(e).hertz(), frequency(e));
    return new SourcePart(e, List.of(line(e, frequency(e), width, watts, 0)), false);
  }

  static SourcePart pulsed(Element e, SplittableRandom unused) {
    double rate = SourceElements.PULSED_SOURCE_RATE.of(e).hertz();
    double mean = SourceElements.PULSED_SOURCE_MEAN_PHOTON_NUMBER.of(e);
    double width =
        width(e, "width", (double) SourceElements.PULSED_SOURCE_WIDTH.of(e).hertz(), frequency(e));
    double watts = Photons.power(mean, frequency(e), rate);
    return new SourcePart(e, List.of(line(e, frequency(e), width, watts, rate)), true);
  }

  /** V_A is twice the mean photon number. */
  static SourcePart gaussian(Element e, SplittableRandom unused) {
    double rate =
        width(e, "rate", (double) SourceElements.GAUSSIAN_SOURCE_RATE.of(e).hertz(), frequency(e));
    double mean = SourceElements.GAUSSIAN_SOURCE_VARIANCE.of(e) / 2;
    double watts = Photons.power(mean, frequency(e), rate);
    return new SourcePart(e, List.of(line(e, frequency(e), rate, watts, rate)), true);
  }

  static SourcePart pair(Element e, SplittableRandom unused) {
    double rate = SourceElements.PAIR_SOURCE_PAIR_RATE.of(e).perSecond();
    double signal = SourceElements.PAIR_SOURCE_SIGNAL_FREQUENCY.of(e).hertz();
    double idler = SourceElements.PAIR_SOURCE_IDLER_FREQUENCY.of(e).hertz();
    double width =
        width(
            e,
            "width",
            (double) SourceElements.PAIR_SOURCE_WIDTH.of(e).hertz(),
            Math.min(signal, idler));
    return new SourcePart(
        e,
        List.of(
            new Line(e.id() + "#signal", 0, signal, width, rate * Photons.energy(signal), 0),
            new Line(e.id() + "#idler", 1, idler, width, rate * Photons.energy(idler), 0)),
        true);
  }

  /** The width of a line, which is but a small part of its frequency. */
  static double width(Element e, String parameter, double width, double hertz) {
    if (!(width >= 0 && width < NARROW * hertz)) {
      throw HalException.configuration(
          e + ", " + parameter + ": a line's width is from 0 to below a tenth of its frequency");
    }
    return width;
  }

  private static double frequency(Element e) {
    return SourceElements.FREQUENCY.of(e).hertz();
  }

  private static Line line(Element e, double hertz, double width, double watts, double pulseRate) {
    return new Line(e.id(), 0, hertz, width, watts, pulseRate);
  }

  @Override
  public List<Emitter> emitters() {
    return lines;
  }

  @Override
  public List<double[]> watched() {
    List<double[]> ranges = new ArrayList<>();
    if (quantum) {
      for (Emitter e : lines) {
        double half = WATCHED / 2 * e.bandwidth();
        ranges.add(new double[] {e.hertz() - half, e.hertz() + half});
      }
    }
    return ranges;
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
