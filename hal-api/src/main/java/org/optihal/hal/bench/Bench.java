package org.optihal.hal.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A node with its devices and how light flows between them.
 *
 * @param node id of the node
 * @param devices by id, in the order written
 * @param elements passive parts by id
 * @param wiring light paths
 */
public record Bench(
    String node,
    Map<String, DeviceEntry> devices,
    Map<String, Element> elements,
    List<Wire> wiring) {
  public Bench {
    devices = Collections.unmodifiableMap(new LinkedHashMap<>(devices));
    elements = Collections.unmodifiableMap(new LinkedHashMap<>(elements));
    wiring = List.copyOf(wiring);
  }

  public Optional<DeviceEntry> device(String id) {
    return Optional.ofNullable(devices.get(id));
  }
}
