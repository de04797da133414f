package org.optihal.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.ElementKind;
import org.optihal.hal.bench.WireEnd;
import org.optihal.hal.spi.DriverProvider;

/** What a bench declares by name: the devices with their drivers, the elements with their kinds. */
final class Parts {
  private final Map<String, Optional<DriverProvider>> devices = new LinkedHashMap<>();
  private final Map<String, Optional<ElementKind>> elements = new LinkedHashMap<>();
  private final Map<String, RightElement> right = new LinkedHashMap<>();

  /**
   * An element with nothing wrong about it.
   *
   * @param ports all that it has
   */
  record RightElement(Element element, ElementKind kind, List<String> ports) {}

  void device(String id, @Nullable DriverProvider driver) {
    devices.put(id, Optional.ofNullable(driver));
  }

  void element(String id, @Nullable ElementKind kind) {
    elements.put(id, Optional.ofNullable(kind));
  }

  void right(RightElement element) {
    right.put(element.element().id(), element);
  }

  boolean isDevice(String id) {
    return devices.containsKey(id);
  }

  boolean isElement(String id) {
    return elements.containsKey(id);
  }

  /** Empty when there is no such device, or its driver is not known. */
  Optional<DriverProvider> driver(String device) {
    return devices.getOrDefault(device, Optional.empty());
  }

  /** Empty when there is no such element, or its kind is not known. */
  Optional<ElementKind> kind(String element) {
    return elements.getOrDefault(element, Optional.empty());
  }

  /** Empty when there is no such element, or something about it is wrong and told. */
  Optional<RightElement> right(String element) {
    return Optional.ofNullable(right.get(element));
  }

  /** The optical ports of a device or an element; empty when they cannot be known. */
  Optional<List<String>> ports(String owner) {
    return isDevice(owner)
        ? driver(owner).map(DriverProvider::opticalPorts)
        : right(owner).map(RightElement::ports);
  }

  /** What is wrong with the name of a port, if anything. */
  Optional<String> wrong(WireEnd.Port port) {
    String owner = port.owner();
    if (!isDevice(owner) && !isElement(owner)) {
      return Optional.of(noPart(owner));
    }
    return ports(owner)
        .filter(ports -> !ports.contains(port.port()))
        .map(
            ports ->
                (isDevice(owner)
                        ? "device " + owner + " has no optical port '"
                        : "element " + owner + " has no port '")
                    + port.port()
                    + "'"
                    + Suggestion.tail(port.port(), ports));
  }

  String noPart(String id) {
    List<String> known = new ArrayList<>(devices.keySet());
    known.addAll(elements.keySet());
    return "there is no device or element '" + id + "'" + Suggestion.tail(id, known);
  }

  String noDevice(String id) {
    return "there is no device '" + id + "'" + Suggestion.tail(id, devices.keySet());
  }

  String noElement(String id) {
    return "there is no element '" + id + "'" + Suggestion.tail(id, elements.keySet());
  }

  Collection<String> elementIds() {
    return Collections.unmodifiableCollection(elements.keySet());
  }
}
