package org.optihal.config;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.spi.DriverProvider;

/** What a bench declares by name: the devices with their drivers, the elements with their kinds. */
final class Parts {
  private final Map<String, Optional<DriverProvider>> devices = new LinkedHashMap<>();
  private final Map<String, Optional<ElementKind>> elements = new LinkedHashMap<>();

  void device(String id, @Nullable DriverProvider driver) {
    devices.put(id, Optional.ofNullable(driver));
  }

  void element(String id, @Nullable ElementKind kind) {
    elements.put(id, Optional.ofNullable(kind));
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

  Collection<String> deviceIds() {
    return Collections.unmodifiableCollection(devices.keySet());
  }

  Collection<String> elementIds() {
    return Collections.unmodifiableCollection(elements.keySet());
  }
}
