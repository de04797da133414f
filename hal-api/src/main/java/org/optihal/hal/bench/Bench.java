package org.optihal.hal.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optihal.hal.error.HalException;

/**
 * A node with its devices and how light flows between them.
 *
 * @param node id of the node
 * @param devices by id, in the order written
 * @param elements parts of the light path by id
 * @param wiring light paths
 * @param experiment what is to be run and compared on it, if anything
 */
public record Bench(
    String node,
    Map<String, DeviceEntry> devices,
    Map<String, Element> elements,
    List<Wire> wiring,
    Optional<Experiment> experiment) {
  public Bench {
    devices = Collections.unmodifiableMap(new LinkedHashMap<>(devices));
    elements = Collections.unmodifiableMap(new LinkedHashMap<>(elements));
    wiring = List.copyOf(wiring);
  }

  /** One without an experiment. */
  public Bench(
      String node,
      Map<String, DeviceEntry> devices,
      Map<String, Element> elements,
      List<Wire> wiring) {
    this(node, devices, elements, wiring, Optional.empty());
  }

  public Optional<DeviceEntry> device(String id) {
    return Optional.ofNullable(devices.get(id));
  }

  /** The same bench with other devices. */
  public Bench with(Map<String, DeviceEntry> others) {
    return new Bench(node, others, elements, wiring, experiment);
  }

  /**
   * The wiring as pairs of joined ports: an element that a wire passes is entered and left by its
   * main path.
   *
   * @throws HalException CONFIGURATION when a wire passes an element that has no main path, or
   *     begins or ends in one without naming the port
   */
  public List<Connection> connections() {
    List<Connection> all = new ArrayList<>();
    for (Wire wire : wiring) {
      WireEnd from = wire.ends().get(0);
      WireEnd last = wire.ends().get(wire.ends().size() - 1);
      if (from instanceof WireEnd.Through || last instanceof WireEnd.Through) {
        throw HalException.configuration("the wire '" + wire + "' begins or ends without a port");
      }
      for (WireEnd stop : wire.ends().subList(1, wire.ends().size())) {
        if (stop instanceof WireEnd.Through through) {
          ElementKind.Path path = mainPath(through.element(), wire);
          all.add(new Connection(from, new WireEnd.Port(through.element(), path.from()), wire));
          from = new WireEnd.Port(through.element(), path.to());
        } else {
          all.add(new Connection(from, stop, wire));
        }
      }
    }
    return List.copyOf(all);
  }

  private ElementKind.Path mainPath(String id, Wire wire) {
    Element element = elements.get(id);
    return Optional.ofNullable(element)
        .flatMap(e -> ElementKinds.named(e.kind()))
        .flatMap(ElementKind::through)
        .orElseThrow(
            () ->
                HalException.configuration(
                    (element == null ? "element " + id : element)
                        + " has no main path that the wire '"
                        + wire
                        + "' could pass"));
  }
}
