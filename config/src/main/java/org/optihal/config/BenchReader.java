package org.optihal.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.optihal.config.Written.Entry;
import org.optihal.config.Written.Text;
import org.optihal.hal.Drivers;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.bench.Element;
import org.optihal.hal.error.HalException;
import org.optihal.hal.point.Address;
import org.optihal.hal.spi.DriverProvider;

/** Reads a whole bench from what was written. */
final class BenchReader {
  static final List<String> KEYS = List.of("version", "node", "devices", "elements", "wiring");
  static final String VERSION = "1";
  static final String DEFAULT_NODE = "node";
  static final String ID_FORM =
      "an id starts with a lower-case letter and has up to 32 lower-case letters, digits and"
          + " hyphens";

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
    Map<String, Element> elementEntries = new LinkedHashMap<>();
    elements.entries().forEach((id, written) -> elementEntries.put(id, element(id, written)));
    Entry wiring = file.entries().get("wiring");
    // Without the devices every name in the wiring would be told as wrong.
    boolean namesKnown = file.entries().containsKey("devices") && devices.isReadable();
    return new Bench(
        node,
        deviceEntries,
        elementEntries,
        wiring == null || !namesKnown
            ? List.of()
            : new WiringReader(node, parts, problems).read(wiring.value()));
  }

  private void checkVersion(Text text) {
    if (!text.value().equals(VERSION)) {
      problems.add(
          text.place(),
          "version '" + text.value() + "' is not known; this program reads version " + VERSION);
    }
  }

  private String node(Text text) {
    checkId("node", text.value(), text.place());
    return text.value();
  }

  private void checkId(String what, String id, Place place) {
    if (!Address.isId(id)) {
      problems.add(place, "'" + id + "' cannot name a " + what + "; " + ID_FORM);
    } else if (id.equals(WireParser.OUTSIDE)) {
      problems.add(place, "'outside' is the word for where the bench ends; take another id");
    }
  }

  /** Takes down who is there, so that one part may name another that stands further down. */
  private void declare(Section devices, Section elements) {
    devices
        .entries()
        .forEach(
            (id, written) -> {
              checkId("device", id, written.key());
              parts.device(id, driver(id, written).orElse(null));
            });
    elements
        .entries()
        .forEach(
            (id, written) -> {
              checkId("element", id, written.key());
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
    return word(written, "kind").map(text -> ElementKind.all().get(text.value()));
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

  private Element element(String id, Entry written) {
    String name = "element " + id;
    Section element = Section.of(name, written.key(), written.value(), problems);
    Map<String, Text> texts = element.texts();
    Text kindText = texts.remove("kind");
    Map<String, String> parameters = new LinkedHashMap<>();
    texts.forEach((key, text) -> parameters.put(key, text.value()));
    Optional<ElementKind> kind = parts.kind(id);
    if (kind.isPresent()) {
      element.only(kind.get().keys());
      for (ElementKind.Parameter p : kind.get().parameters().values()) {
        check(name, element, p, texts.get(p.name()));
      }
    } else if (kindText != null) {
      problems.add(
          kindText.place(),
          "there is no kind '"
              + kindText.value()
              + "' for "
              + name
              + Suggestion.tail(kindText.value(), ElementKind.all().keySet()));
    } else {
      element.needs("kind", "one of " + String.join(" ", ElementKind.all().keySet()));
    }
    return new Element(id, kindText == null ? "" : kindText.value(), parameters);
  }

  private void check(
      String name, Section element, ElementKind.Parameter parameter, @Nullable Text text) {
    if (text == null) {
      if (parameter.required()) {
        element.needs(parameter.name(), "for example " + parameter.example());
      }
      return;
    }
    try {
      parameter.check().accept(text.value());
    } catch (HalException e) {
      problems.add(text.place(), name + ", " + parameter.name() + ": " + e.getMessage());
    }
  }
}
