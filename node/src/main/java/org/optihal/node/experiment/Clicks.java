package org.optihal.node.experiment;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.optihal.hal.light.Cause;
import org.optihal.hal.light.Detection;
import org.optihal.hal.light.Light;

/**
 * What single-photon detectors together make of the pulses of some sources: expectations of clicks
 * per pulse, with the dead time in them. A gate is one of the detector's, or the window in which
 * clicks count, whichever is shorter.
 */
final class Clicks {
  private final Map<String, Double> photons = new LinkedHashMap<>();
  private final Map<String, Double> detected = new LinkedHashMap<>();
  private final Map<String, Double> transmittance = new LinkedHashMap<>();
  private final Map<String, Double> misrotation = new LinkedHashMap<>();
  private final Map<Cause, Double> noise = new EnumMap<>(Cause.class);
  private double countRate;

  private Clicks() {}

  /**
   * @param sources whose light is no noise
   * @param rate of their pulses, in hertz
   * @param window around a pulse in which clicks count, in seconds; a gate may be shorter
   * @param signalShare mean photon number of all pulses over that of the signal pulses, which is
   *     the line's
   */
  static Clicks of(
      MeterBench bench,
      List<String> detectors,
      List<String> sources,
      double rate,
      double window,
      double signalShare) {
    Clicks all = new Clicks();
    for (Cause cause : Cause.values()) {
      all.noise.put(cause, 0.0);
    }
    for (String source : sources) {
      all.photons.put(source, 0.0);
      all.detected.put(source, 0.0);
      all.transmittance.put(source, 0.0);
      all.misrotation.put(source, 0.0);
    }
    for (String detector : detectors) {
      all.add(bench, detector, sources, rate, window, signalShare);
    }
    return all;
  }

  private void add(
      MeterBench bench,
      String id,
      List<String> sources,
      double rate,
      double window,
      double signalShare) {
    Detection d = bench.truth().detection(id);
    Light light = bench.into(id);
    boolean gated = d.gateRate() > 0;
    double gate = Math.min(Math.min(window, 1 / rate), gated ? d.gateSeconds() : window);
    double live = d.liveShare() * (gated ? Math.min(1, d.gateRate() / rate) : 1);
    double seen = live * d.efficiency();
    double clicks = 0;
    for (String source : sources) {
      Lines lines = Lines.of(light, source);
      double arriving = lines.photonsPerSecond() / rate;
      photons.merge(source, arriving, Double::sum);
      detected.merge(source, seen * arriving, Double::sum);
      transmittance.merge(source, lines.transmittance(), Double::sum);
      lines.strongest().ifPresent(l -> misrotation.merge(source, l.misrotation(), Math::max));
      clicks += seen * arriving * signalShare;
    }
    Map<Cause, Double> terms = new EnumMap<>(Cause.class);
    d.arriving().forEach((cause, n) -> terms.merge(cause, seen * n * gate, Double::sum));
    terms.merge(Cause.LEAKAGE, seen * strangers(d, sources) * gate, Double::sum);
    terms.merge(Cause.DARK, live * d.darkRate() * gate, Double::sum);
    for (double term : terms.values()) {
      clicks += term;
    }
    double again = d.afterPulsing();
    // Dead time is in the clicks already; each of them, after-pulses too, may leave another.
    terms.merge(Cause.AFTER_PULSE, clicks * (again / (1 - again)), Double::sum);
    terms.forEach((cause, term) -> noise.merge(cause, term, Double::sum));
    countRate += d.countRate();
  }

  /** Photons per second of lines that nobody here sent. */
  private static double strangers(Detection d, List<String> sources) {
    double sum = 0;
    for (Map.Entry<String, Double> line : d.signal().entrySet()) {
      String name = line.getKey();
      boolean known = sources.stream().anyMatch(s -> name.equals(s) || name.startsWith(s + "#"));
      sum += known ? 0 : line.getValue();
    }
    return sum;
  }

  /** Photons of a signal pulse that reach the detectors. */
  double photons(String source) {
    return photons.getOrDefault(source, 0.0);
  }

  /** Photons of a signal pulse that are detected. */
  double detected(String source) {
    return detected.getOrDefault(source, 0.0);
  }

  /** From the output of the source to all detectors together. */
  double transmittance(String source) {
    return transmittance.getOrDefault(source, 0.0);
  }

  /** Largest angle by which the polarization was turned on its way. */
  double misrotation(String source) {
    return misrotation.getOrDefault(source, 0.0);
  }

  /** Clicks per pulse of one cause. */
  double noise(Cause cause) {
    return noise.getOrDefault(cause, 0.0);
  }

  /** Clicks per pulse that are no signal. */
  double noise() {
    double sum = 0;
    for (double term : noise.values()) {
      sum += term;
    }
    return sum;
  }

  /** Probability of a click per pulse when nothing is sent. */
  double backgroundYield() {
    return -StrictMath.expm1(-noise());
  }

  /** Counts per second that the detectors put out. */
  double countRate() {
    return countRate;
  }
}
