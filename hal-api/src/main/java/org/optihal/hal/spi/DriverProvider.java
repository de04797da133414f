package org.optihal.hal.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optihal.hal.device.Device;
import org.optihal.hal.device.Facet;

/** A driver as the loader finds it: what it needs, what it takes, and how to make a device. */
public interface DriverProvider {
  /** Unique, lower case with hyphens, such as {@code itla}. */
  String code();

  /** What it drives, in a few words. */
  String title();

  List<LinkDeclaration> links();

  /** Other devices it needs: facet type by role. */
  default Map<String, Class<? extends Facet>> uses() {
    return Map.of();
  }

  List<OptionDeclaration<?>> options();

  /** Names of the optical ports a wiring can name, such as {@code out}. */
  List<String> opticalPorts();

  default Optional<Probe> probe() {
    return Optional.empty();
  }

  /** Makes a device; no I/O. */
  Device create(DeviceContext context);
}
