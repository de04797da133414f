package org.optihal.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.optihal.config.WireParser.Stop;
import org.optihal.config.Written.Mapping;
import org.optihal.config.Written.Nothing;
import org.optihal.config.Written.Sequence;
import org.optihal.config.Written.Text;
import org.optihal.hal.bench.ElementKind;
import org.optihal.hal.bench.Wire;
import org.optihal.hal.bench.WireEnd;

/** Reads the wiring and checks each stop against what the bench declares. */
final class WiringReader {
  private static final int MAX_LISTED = 8;

  private final String node;
  private final Parts parts;
  private final Problems problems;
  private final Map<WireEnd.Port, Place> wired = new HashMap<>();

  WiringReader(String node, Parts parts, Problems problems) {
    this.node = node;
    this.parts = parts;
    this.problems = problems;
  }

  List<Wire> read(Written written) {
    List<Wire> wires = new ArrayList<>();
    if (written instanceof Sequence list) {
      list.items().forEach(item -> wire(item).ifPresent(wires::add));
    } else if (!(written instanceof Nothing)) {
      problems.add(written.place(), "wiring must be a list, not " + written.form());
    }
    return wires;
  }

  private Optional<Wire> wire(Written item) {
    if (!(item instanceof Text text)) {
      boolean unquoted =
          item instanceof Mapping m
              && m.entries().keySet().stream().anyMatch(k -> k.contains("->"));
      problems.add(
          item.place(),
          unquoted
              ? YamlSyntax.unquotedWire()
              : "a wire must be a text such as tx-laser/out -> voa/in, not " + item.form());
      return Optional.empty();
    }
    try {
      List<Stop> stops = WireParser.parse(text);
      Set<String> passed = new HashSet<>();
      for (int i = 0; i < stops.size(); i++) {
        boolean edge = i == 0 || i == stops.size() - 1;
        check(stops.get(i), edge, passed, text.placeOf(stops.get(i).index()));
      }
      return Optional.of(new Wire(stops.stream().map(Stop::end).toList(), text.place().toString()));
    } catch (Refused e) {
      e.tell(problems);
      return Optional.empty();
    }
  }

  private void check(Stop stop, boolean edge, Set<String> passed, Place place) {
    if (stop.end() instanceof WireEnd.Through through) {
      checkElement(through.element(), edge, passed, place);
    } else if (!edge) {
      problems.add(
          place,
          stop.end() + " cannot stand in the middle: a wire ends there" + advice(stop.end()));
    } else if (stop.end() instanceof WireEnd.Port port) {
      checkPort(port, place);
    } else if (stop.end() instanceof WireEnd.Remote remote && remote.node().equals(node)) {
      problems.add(place, "@" + node + " is this node itself: write device/port");
    }
  }

  private String advice(WireEnd end) {
    return end instanceof WireEnd.Port port && path(port.owner()).isPresent()
        ? "; write " + port.owner() + " to pass it"
        : "";
  }

  private Optional<ElementKind.Path> path(String element) {
    return parts.kind(element).flatMap(ElementKind::through);
  }

  private void checkElement(String id, boolean edge, Set<String> passed, Place place) {
    if (parts.isDevice(id)) {
      problems.add(place, id + " is a device; " + choice(id));
    } else if (!parts.isElement(id)) {
      List<String> known = new ArrayList<>(parts.elementIds());
      known.add(WireParser.OUTSIDE);
      problems.add(place, "there is no element '" + id + "'" + Suggestion.tail(id, known));
    } else if (parts.kind(id).isPresent()) {
      checkPassage(id, edge, passed, place);
    }
  }

  /** An element that is passed is connected by both ports of its main path. */
  private void checkPassage(String id, boolean edge, Set<String> passed, Place place) {
    Optional<ElementKind.Path> path = path(id);
    if (edge) {
      problems.add(place, "a wire does not end in " + id + " itself; " + choice(id));
    } else if (path.isEmpty()) {
      problems.add(place, "a wire cannot pass " + id + "; end it there and " + choice(id));
    } else if (!passed.add(id)) {
      problems.add(place, "the wire passes " + id + " twice");
    } else {
      pass(new WireEnd.Port(id, path.get().from()), new WireEnd.Port(id, path.get().to()), place);
    }
  }

  private void pass(WireEnd.Port from, WireEnd.Port to, Place place) {
    WireEnd.Port taken = wired.containsKey(from) ? from : to;
    Place first = wired.get(taken);
    if (first != null) {
      problems.add(
          place,
          "the wire cannot pass "
              + from.owner()
              + ": "
              + taken
              + " is wired already in line "
              + first.line());
    } else {
      wired.put(from, place);
      wired.put(to, place);
    }
  }

  private String choice(String owner) {
    Optional<List<String>> ports = parts.ports(owner);
    if (ports.isEmpty()) {
      return "name its port";
    }
    if (ports.get().isEmpty()) {
      return "it has no port";
    }
    String spelled =
        ports.get().stream()
            .limit(MAX_LISTED)
            .map(port -> owner + "/" + port)
            .collect(Collectors.joining(" "));
    return "name its port: " + spelled + (ports.get().size() > MAX_LISTED ? " ..." : "");
  }

  private void checkPort(WireEnd.Port port, Place place) {
    Optional<String> wrong = parts.wrong(port);
    if (wrong.isPresent()) {
      problems.add(place, wrong.get());
      return;
    }
    Place first = wired.putIfAbsent(port, place);
    if (first != null) {
      problems.add(
          place,
          port + " is wired twice, first in line " + first.line() + "; split light with a coupler");
    }
  }
}
