package org.optihal.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optihal.config.Written.Entry;
import org.optihal.config.Written.Mapping;
import org.optihal.config.Written.Nothing;
import org.optihal.config.Written.Text;
import org.optihal.hal.Drivers;
import org.optihal.hal.spi.DriverProvider;
import org.optihal.hal.spi.OptionDeclaration;

/**
 * Writes {@code device.key=value} of the command line over what the file says, before it is read:
 * so the values pass the same checks. A bare key is an option of the device's driver.
 */
final class Overrides {
  private static final List<String> SECTIONS =
      List.of("links", "uses", "identity", "options", "limits", "emulator");
  private static final List<String> POLICIES = List.of("on-stop", "on-link-loss");

  private final Drivers drivers;
  private final Problems problems;

  Overrides(Drivers drivers, Problems problems) {
    this.drivers = drivers;
    this.problems = problems;
  }

  Written apply(Written root, List<String> overrides) {
    Written changed = root;
    for (String override : overrides) {
      try {
        changed = apply(changed, override);
      } catch (Refused e) {
        e.tell(problems);
      }
    }
    return changed;
  }

  private Written apply(Written root, String override) {
    int equals = override.indexOf('=');
    int dot = override.indexOf('.');
    if (dot <= 0 || equals < dot + 2) {
      throw new Refused(
          place(equals < 0 ? override : override.substring(0, equals)),
          "write device.key=value, such as tx-laser.on-stop=HOLD");
    }
    String id = override.substring(0, dot);
    String key = override.substring(dot + 1, equals);
    // The value stays out of the place: a URL may carry a password.
    Place place = place(id + "." + key);
    Text value = new Text(override.substring(equals + 1), place);
    if (!(root instanceof Mapping file)
        || !(file.value("devices").orElse(null) instanceof Mapping devices)) {
      return root; // reported when it is read
    }
    Entry written = devices.entries().get(id);
    if (written == null) {
      throw new Refused(
          place,
          "there is no device '" + id + "'" + Suggestion.tail(id, devices.entries().keySet()));
    }
    if (!(written.value() instanceof Mapping device)) {
      return root; // reported when it is read
    }
    return file.with("devices", devices.with(id, changed(device, key, value)));
  }

  private Mapping changed(Mapping device, String key, Text value) {
    if (POLICIES.contains(key)) {
      return device.with(key, value);
    }
    int dot = key.indexOf('.');
    String section = dot < 0 ? "options" : key.substring(0, dot);
    String name = key.substring(dot + 1);
    Optional<DriverProvider> driver = driver(device);
    boolean known = dot < 0 ? isOption(driver, name) : SECTIONS.contains(section);
    if (!known) {
      throw new Refused(
          value.place(), "unknown key '" + key + "'" + Suggestion.tail(key, keys(driver)));
    }
    Written old = device.value(section).orElse(new Nothing(value.place()));
    if (old instanceof Nothing) {
      return device.with(section, new Mapping(Map.of(), value.place()).with(name, value));
    }
    return old instanceof Mapping mapping
        ? device.with(section, mapping.with(name, value))
        : device; // reported when it is read
  }

  /** All that can be set, as it is written behind {@code device.}. */
  private static List<String> keys(Optional<DriverProvider> driver) {
    List<String> keys = new ArrayList<>();
    driver.ifPresent(
        d -> {
          d.options().forEach(option -> keys.add(option.name()));
          d.links().forEach(link -> keys.add("links." + link.name()));
          d.uses().keySet().stream().sorted().forEach(role -> keys.add("uses." + role));
          Emulators.options(d.code())
              .ifPresent(all -> all.forEach(o -> keys.add("emulator." + o.name())));
        });
    DeviceReader.IDENTITY.forEach(name -> keys.add("identity." + name));
    DeviceReader.LIMITS.keySet().forEach(name -> keys.add("limits." + name));
    keys.addAll(POLICIES);
    return keys;
  }

  /** Whether the driver has the option; of an unknown driver nobody can tell. */
  private static boolean isOption(Optional<DriverProvider> driver, String name) {
    return driver
        .map(d -> d.options().stream().map(OptionDeclaration::name).anyMatch(name::equals))
        .orElse(true);
  }

  private Optional<DriverProvider> driver(Mapping device) {
    return device.value("driver").orElse(null) instanceof Text code
        ? drivers.all().stream().filter(d -> d.code().equals(code.value())).findFirst()
        : Optional.empty();
  }

  private static Place place(String key) {
    return new Place("--set " + key, 0, 0);
  }
}
