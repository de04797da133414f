package org.optihal.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.optihal.config.WireParser.Stop;
import org.optihal.config.Written.Mapping;
import org.optihal.config.Written.Nothing;
import org.optihal.config.Written.Sequence;
import org.optihal.config.Written.Text;
import org.optihal.hal.bench.Wire;
import org.optihal.hal.bench.WireEnd;

/** Reads the wiring and checks each stop against what the bench declares. */
final class WiringReader {
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
      return Optional.of(new Wire(stops.stream().map(Stop::end).toList()));
    } catch (Refused e) {
      e.tell(problems);
      return Optional.empty();
    }
  }

  private void check(Stop stop, boolean edge, Set<String> passed, Place place) {
    if (stop.end() instanceof WireEnd.Through through) {
      checkElement(through.element(), edge, passed, place);
    } else if (!edge) {
      problems.add(place, stop.end() + " cannot stand in the middle: a wire ends there");
    } else if (stop.end() instanceof WireEnd.Port port) {
      checkPort(port, place);
    } else if (stop.end() instanceof WireEnd.Remote remote && remote.node().equals(node)) {
      problems.add(place, "@" + node + " is this node itself: write device/port");
    }
  }

  private void checkElement(String id, boolean edge, Set<String> passed, Place place) {
    if (parts.isDevice(id)) {
      String ports =
          parts
              .driver(id)
              .map(d -> " (it has: " + String.join(" ", d.opticalPorts()) + ")")
              .orElse("");
      problems.add(place, id + " is a device: name the port, as " + id + "/port" + ports);
    } else if (!parts.isElement(id)) {
      List<String> known = new ArrayList<>(parts.elementIds());
      known.add(WireParser.OUTSIDE);
      problems.add(place, "there is no element '" + id + "'" + Suggestion.tail(id, known));
    } else if (!passed.add(id)) {
      problems.add(place, "the wire passes " + id + " twice");
    } else if (edge && parts.kind(id).filter(kind -> !kind.branches()).isPresent()) {
      problems.add(
          place,
          "a wire cannot end in "
              + id
              + ": lead it on to a device's port, to outside(...) or to @node.port");
    }
  }

  private void checkPort(WireEnd.Port port, Place place) {
    String device = port.device();
    if (parts.isElement(device)) {
      problems.add(place, device + " is an element: write it without a port");
      return;
    }
    if (!parts.isDevice(device)) {
      problems.add(
          place,
          "there is no device '" + device + "'" + Suggestion.tail(device, parts.deviceIds()));
      return;
    }
    List<String> ports =
        parts.driver(device).map(d -> d.opticalPorts()).orElse(List.of(port.port()));
    if (!ports.contains(port.port())) {
      problems.add(
          place,
          "device "
              + device
              + " has no optical port '"
              + port.port()
              + "'"
              + Suggestion.tail(port.port(), ports));
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
