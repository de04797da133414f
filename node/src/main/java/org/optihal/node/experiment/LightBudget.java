package org.optihal.node.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.Connection;
import org.optihal.hal.bench.WireEnd;
import org.optihal.hal.light.Light;
import org.optihal.hal.spi.Truth;

/**
 * Where the light of one source comes past, from its output to where it ends.
 *
 * @param source device or element that makes it
 * @param stops least loss first
 */
public record LightBudget(String source, List<Stop> stops) {
  /** A port that gets less than this share of what another port of the same part does is none. */
  private static final double STRAY = 1e-3;

  /** Less is left of a source by nobody's intention. */
  private static final double FAINTEST = 1e-10;

  /**
   * A port that the light leaves.
   *
   * @param port such as {@code span/b}
   * @param transmittance from the output of the source
   * @param watts of the source's light
   * @param otherWatts of all other light that leaves there
   * @param delaySeconds since the light was made
   */
  public record Stop(
      String port, double transmittance, double watts, double otherWatts, double delaySeconds) {}

  public LightBudget {
    stops = List.copyOf(stops);
  }

  /** Follows the light of these sources, as it is now. */
  static List<LightBudget> of(Bench bench, Truth truth, Iterable<String> sources) {
    Map<String, Light> leaving = new LinkedHashMap<>();
    for (Connection c : bench.connections()) {
      for (WireEnd end : List.of(c.from(), c.to())) {
        if (end instanceof WireEnd.Port port) {
          leaving.computeIfAbsent(port.toString(), truth::leaving);
        }
      }
    }
    List<LightBudget> all = new ArrayList<>();
    for (String source : sources) {
      all.add(of(source, leaving));
    }
    return all;
  }

  private static LightBudget of(String source, Map<String, Light> leaving) {
    List<Stop> all = new ArrayList<>();
    Map<String, Double> best = new LinkedHashMap<>();
    leaving.forEach(
        (port, light) -> {
          Lines lines = Lines.of(light, source);
          double share = lines.transmittance();
          if (share > FAINTEST) {
            double delay = lines.strongest().map(Light.Line::delayPicos).orElse(0.0) * 1e-12;
            double others = Math.max(0, light.watts() - lines.watts());
            all.add(new Stop(port, share, lines.watts(), others, delay));
            best.merge(owner(port), share, Math::max);
          }
        });
    return new LightBudget(
        source,
        all.stream()
            .filter(s -> s.transmittance() >= STRAY * best.getOrDefault(owner(s.port()), 0.0))
            .sorted(Comparator.comparingDouble(Stop::transmittance).reversed())
            .toList());
  }

  private static String owner(String port) {
    return port.substring(0, port.indexOf('/'));
  }
}
