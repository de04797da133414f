package org.optihal.node.calc;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optihal.hal.light.Cause;
import org.optihal.hal.light.Light;
import org.optihal.physics.coherent.ExcessNoise;
import org.optihal.physics.light.Photons;

/**
 * Noise of one cause at an end of the bench.
 *
 * @param watts over the whole spectrum
 * @param photonsPerSecond likewise
 * @param excessNoise at the input of a CV-QKD channel in shot-noise units, of what is within the
 *     symbol rate around the signal; empty where no such signal is received
 */
record NoiseTerm(double watts, double photonsPerSecond, Optional<Double> excessNoise) {

  /** What an end does with light, and so which light is noise to it. */
  enum Receiver {
    /** Counts photons: all light that is no quantum signal is noise. */
    COUNTER,
    /** Measures quadratures: likewise, in the mode of its local oscillator. */
    COHERENT,
    /** Takes light as it comes: no line is noise. */
    MONITOR
  }

  /** The terms of light that arrives by these paths. */
  static Map<Cause, NoiseTerm> of(Light light, List<LightPath> paths, Receiver receiver) {
    Map<Cause, NoiseTerm> terms = new EnumMap<>(Cause.class);
    for (Cause cause : Cause.values()) {
      Strays strays = new Strays(cause, paths, receiver);
      double watts = light.noise(cause) + strays.watts(light);
      if (watts > 0) {
        Optional<Double> excess =
            receiver == Receiver.COHERENT
                ? paths.stream()
                    .filter(p -> p.quantum() && p.pulseRate().isPresent())
                    .findFirst()
                    .map(signal -> excess(light, strays, signal))
                : Optional.empty();
        terms.put(cause, new NoiseTerm(watts, photons(light, strays), excess));
      }
    }
    return terms;
  }

  private static double photons(Light light, Strays strays) {
    double photons = 0;
    for (Light.Line l : light.lines()) {
      photons += Photons.perSecond(strays.watts(l), l.hertz());
    }
    double[] edges = light.edges();
    for (int i = 0; i + 1 < edges.length; i++) {
      double watts = light.noise(strays.cause, edges[i], edges[i + 1]);
      photons += watts == 0 ? 0 : Photons.perSecond(watts, (edges[i] + edges[i + 1]) / 2);
    }
    return photons;
  }

  private static double excess(Light light, Strays strays, LightPath signal) {
    double rate = signal.pulseRate().orElseThrow();
    double low = signal.hertz() - rate / 2;
    double high = signal.hertz() + rate / 2;
    double watts = light.noise(strays.cause, low, high) + strays.watts(light.within(low, high));
    return ExcessNoise.ofPhotonsPerMode(
        ExcessNoise.photonsPerMode(watts / rate, signal.hertz()), signal.last().transmittance());
  }

  /** Lines that are noise: leakage, and crosstalk of lines that went astray. */
  private record Strays(Cause cause, List<LightPath> paths, Receiver receiver) {
    double watts(Light light) {
      double watts = 0;
      for (Light.Line l : light.lines()) {
        watts += watts(l);
      }
      return watts;
    }

    double watts(Light.Line line) {
      return switch (cause) {
        case CROSSTALK -> line.crosstalk();
        case LEAKAGE -> isWanted(line) ? 0 : line.watts();
        default -> 0;
      };
    }

    private boolean isWanted(Light.Line line) {
      return receiver == Receiver.MONITOR
          || paths.stream().anyMatch(p -> p.quantum() && line.isFrom(p.source()));
    }
  }
}
