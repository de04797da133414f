package org.optihal.node.calc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.Connection;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.ElementParameter;
import org.optihal.hal.bench.SourceElements;
import org.optihal.hal.bench.WireEnd;
import org.optihal.hal.light.Light;
import org.optihal.hal.quantity.Frequency;
import org.optihal.hal.spi.Truth;
import org.optihal.physics.light.Photons;

/** Follows light back from where it ends to where it is made, along wires and through parts. */
final class LightPaths {
  private static final Set<String> QUANTUM =
      Set.of(
          SourceElements.PULSED_SOURCE.name(),
          SourceElements.GAUSSIAN_SOURCE.name(),
          SourceElements.PAIR_SOURCE.name());

  private static final Map<String, ElementParameter<Frequency>> RATES =
      Map.of(
          SourceElements.PULSED_SOURCE.name(), SourceElements.PULSED_SOURCE_RATE,
          SourceElements.GAUSSIAN_SOURCE.name(), SourceElements.GAUSSIAN_SOURCE_RATE);

  private final Bench bench;
  private final Truth truth;
  private final Map<String, String> peers = new LinkedHashMap<>();
  private final Map<String, Set<String>> wired = new LinkedHashMap<>();

  LightPaths(Bench bench, Truth truth) {
    this.bench = bench;
    this.truth = truth;
    for (Connection c : bench.connections()) {
      note(c.from(), c.to());
      note(c.to(), c.from());
    }
  }

  private void note(WireEnd end, WireEnd peer) {
    if (end instanceof WireEnd.Port port) {
      wired.computeIfAbsent(port.owner(), id -> new LinkedHashSet<>()).add(port.toString());
      if (peer instanceof WireEnd.Port other) {
        peers.put(port.toString(), other.toString());
      }
    }
  }

  /** What a port is wired to, if that is another port of the bench. */
  Optional<String> peer(String port) {
    return Optional.ofNullable(peers.get(port));
  }

  /** Whether a source makes single photons or quadratures. */
  boolean isQuantum(String source) {
    Element e = bench.elements().get(source);
    return e != null && QUANTUM.contains(e.kind());
  }

  /**
   * The paths of all light that leaves a port, quantum signals first, then by power.
   *
   * @param port such as {@code span/b}
   */
  List<LightPath> to(String port) {
    Map<String, Light.Line> strongest = new LinkedHashMap<>();
    for (Light.Line line : truth.leaving(port).lines()) {
      if (line.transmittance() > 0) {
        strongest.merge(
            maker(line), line, (a, b) -> a.transmittance() >= b.transmittance() ? a : b);
      }
    }
    List<LightPath> paths = new ArrayList<>();
    strongest.forEach((source, line) -> paths.add(path(source, line, port)));
    paths.sort(
        Comparator.comparing(LightPath::quantum)
            .reversed()
            .thenComparing(p -> -p.last().watts())
            .thenComparing(p -> -p.last().transmittance()));
    return paths;
  }

  /** The device or element that makes a line. */
  static String maker(Light.Line line) {
    int number = line.source().indexOf('#');
    return number < 0 ? line.source() : line.source().substring(0, number);
  }

  private LightPath path(String source, Light.Line line, String end) {
    List<LightPath.Stop> stops = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    String port = end;
    while (port != null && seen.add(port)) {
      stops.add(stop(source, line.source(), port));
      port = owner(port).equals(source) ? null : before(port, line.source());
    }
    Collections.reverse(stops);
    return new LightPath(source, isQuantum(source), line.hertz(), pulseRate(source), stops);
  }

  private Optional<Double> pulseRate(String source) {
    Element e = bench.elements().get(source);
    ElementParameter<Frequency> rate = e == null ? null : RATES.get(e.kind());
    return e == null || rate == null ? Optional.empty() : Optional.of((double) rate.of(e).hertz());
  }

  private LightPath.Stop stop(String source, String line, String port) {
    Light light = truth.leaving(port);
    double watts = 0;
    double photons = 0;
    for (Light.Line l : light.lines()) {
      if (l.isFrom(source)) {
        watts += l.watts();
        photons += Photons.perSecond(l.watts(), l.hertz());
      }
    }
    double share = light.line(line).map(Light.Line::transmittance).orElse(0.0);
    return new LightPath.Stop(port, share, watts, photons);
  }

  /** The port that a line left before it passed the part of this one; null where it has no past. */
  private @Nullable String before(String port, String line) {
    String best = null;
    double most = 0;
    for (String other : wired.getOrDefault(owner(port), Set.of())) {
      String peer = other.equals(port) ? null : peers.get(other);
      if (peer != null) {
        double share = truth.leaving(peer).line(line).map(Light.Line::transmittance).orElse(0.0);
        if (share > most) {
          most = share;
          best = peer;
        }
      }
    }
    return best;
  }

  private static String owner(String port) {
    return port.substring(0, port.indexOf('/'));
  }
}
