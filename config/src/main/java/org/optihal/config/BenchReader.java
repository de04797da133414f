package org.optihal.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optihal.config.Written.Entry;
import org.optihal.config.Written.Text;
import org.optihal.hal.Drivers;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.ElementKind;
import org.optihal.hal.bench.ElementKinds;
import org.optihal.hal.spi.DriverProvider;

/** Reads a whole bench from what was written. */
final class BenchReader {
  static final List<String> KEYS =
      List.of("version", "node", "devices", "elements", "wiring", "experiment");
  static final String VERSION = "1";
  static final String DEFAULT_NODE = "node";
  private final Drivers drivers;
  private final LinksRequired linksRequired;
  private final Problems problems;
  private final Parts parts = new Parts();

  BenchReader(Drivers drivers, LinksRequired linksRequired, Problems problems) {
    this.drivers = drivers;
    this.linksRequired = linksRequired;
    this.problems = problems;
  }

  /** The bench as far as it can be read; whether it is good, the problems tell. */
  Bench read(Written root) {
    Section file =
        Section.of("a bench file", root.place(), root, problems)
            .only(KEYS)
            .needs("version", "start with version: " + VERSION)
            .needs("devices", "it names the devices of this node");
    file.text("version").ifPresent(this::checkVersion);
    String node = file.text("node").map(this::node).orElse(DEFAULT_NODE);
    Section devices = file.section("devices", "devices");
    Section elements = file.section("elements", "elements");
    declare(devices, elements);

    DeviceReader deviceReader = new DeviceReader(linksRequired, parts, problems);
    Map<String, DeviceEntry> deviceEntries = new LinkedHashMap<>();
    devices
        .entries()
        .forEach((id, written) -> deviceEntries.put(id, deviceReader.read(id, written)));
    Map<String, Element> elementEntries =
        new ElementReader("element", ElementKinds.all(), parts, parts::right, problems)
            .readAll(elements);
    // Without the devices and elements every name below would be told as wrong.
    boolean namesKnown =
        file.entries().containsKey("devices") && devices.isReadable() && elements.isReadable();
    Optional<Entry> wiring = Optional.ofNullable(file.entries().get("wiring"));
    Optional<Entry> experiment = Optional.ofNullable(file.entries().get("experiment"));
    return new Bench(
        node,
        deviceEntries,
        elementEntries,
        wiring
            .filter(e -> namesKnown)
            .map(e -> new WiringReader(node, parts, problems).read(e.value()))
            .orElse(List.of()),
        experiment.filter(e -> namesKnown).map(e -> new ExperimentReader(parts, problems).read(e)));
  }

  private void checkVersion(Text text) {
    if (!text.value().equals(VERSION)) {
      problems.add(
          text.place(),
          "version '" + text.value() + "' is not known; this program reads version " + VERSION);
    }
  }

  private String node(Text text) {
    Ids.check("node", text.value(), text.place(), problems);
    return text.value();
  }

  /** Takes down who is there, so that one part may name another that stands further down. */
  private void declare(Section devices, Section elements) {
    devices
        .entries()
        .forEach(
            (id, written) -> {
              Ids.check("device", id, written.key(), problems);
              parts.device(id, driver(id, written).orElse(null));
            });
    elements
        .entries()
        .forEach(
            (id, written) -> {
              Ids.check("element", id, written.key(), problems);
              if (parts.isDevice(id)) {
                problems.add(written.key(), "'" + id + "' is the id of a device already");
              }
              parts.element(id, kind(written).orElse(null));
            });
  }

  private Optional<DriverProvider> driver(String id, Entry written) {
    Optional<Text> code = word(written, "driver");
    if (code.isEmpty()) {
      return Optional.empty();
    }
    List<String> codes = drivers.all().stream().map(DriverProvider::code).toList();
    String wanted = code.get().value();
    if (!codes.contains(wanted)) {
      problems.add(
          code.get().place(),
          "there is no driver '" + wanted + "' for device " + id + Suggestion.tail(wanted, codes));
      return Optional.empty();
    }
    return Optional.of(drivers.named(wanted));
  }

  private static Optional<ElementKind> kind(Entry written) {
    return word(written, "kind").flatMap(text -> ElementKinds.named(text.value()));
  }

  /** A word that decides how the rest is read; whether it is there is checked with the rest. */
  private static Optional<Text> word(Entry written, String key) {
    return written.value() instanceof Written.Mapping mapping
        ? mapping
            .value(key)
            .filter(Text.class::isInstance)
            .map(Text.class::cast)
            .filter(text -> !text.value().isBlank())
        : Optional.empty();
  }
}
