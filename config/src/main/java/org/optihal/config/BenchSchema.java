package org.optihal.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.optihal.hal.Drivers;
import org.optihal.hal.point.ValueType;
import org.optihal.hal.spi.DriverProvider;
import org.optihal.hal.spi.LinkDeclaration;
import org.optihal.hal.spi.OptionDeclaration;

/**
 * Writes the JSON Schema of bench files, for editors: keys, words and sentences of the installed
 * drivers. Units, names and wiring are checked by {@link BenchFile} only.
 */
public final class BenchSchema {
  private static final String ID = "[a-z][a-z0-9-]{0,31}";

  /** YAML makes numbers and switches of some texts; the bench file takes them as texts. */
  private static final List<String> SCALAR = List.of("string", "number", "boolean");

  private BenchSchema() {}

  /** Draft 2020-12; the same drivers give the same text. */
  public static String write(Drivers drivers) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("version", object("description", "Version of the file format.", "const", 1));
    properties.put(
        "node",
        object(
            "description",
            "Id of this node.",
            "type",
            "string",
            "pattern",
            "^" + ID + "$",
            "default",
            BenchReader.DEFAULT_NODE));
    properties.put("devices", byId("Devices by id.", choice("driver", driverNames(drivers))));
    properties.put(
        "elements", byId("Passive parts of the light path by id.", choice("kind", elementKinds())));
    properties.put(
        "wiring",
        object(
            "description",
            "Light paths, such as tx-laser/out -> voa/in.",
            "type",
            List.of("array", "null"),
            "items",
            object("type", "string")));
    Map<String, Object> definitions = new LinkedHashMap<>();
    drivers.all().forEach(d -> definitions.put("driver-" + d.code(), device(d)));
    ElementKind.all().values().forEach(k -> definitions.put("kind-" + k.name(), element(k)));
    Map<String, Object> schema = closed(properties, List.of("version", "devices"));
    Map<String, Object> file =
        object(
            "$schema",
            "https://json-schema.org/draft/2020-12/schema",
            "title",
            "OptiHAL bench file");
    file.putAll(schema);
    file.put("$defs", definitions);
    return Json.write(file);
  }

  private static List<String> driverNames(Drivers drivers) {
    return drivers.all().stream().map(DriverProvider::code).toList();
  }

  private static List<String> elementKinds() {
    return List.copyOf(ElementKind.all().keySet());
  }

  private static Map<String, Object> byId(String description, Map<String, Object> each) {
    return object(
        "description",
        description,
        "type",
        List.of("object", "null"),
        "propertyNames",
        object("pattern", "^" + ID + "$"),
        "additionalProperties",
        each);
  }

  /** An object whose other keys depend on the word under {@code key}. */
  private static Map<String, Object> choice(String key, List<String> words) {
    List<Object> cases = new ArrayList<>();
    for (String word : words) {
      cases.add(
          object(
              "if",
              object("properties", object(key, object("const", word)), "required", List.of(key)),
              "then",
              object("$ref", "#/$defs/" + key + "-" + word)));
    }
    Map<String, Object> schema =
        object(
            "type",
            "object",
            "required",
            List.of(key),
            "properties",
            object(key, object("enum", words)));
    if (!cases.isEmpty()) {
      schema.put("allOf", cases);
    }
    return schema;
  }

  private static Map<String, Object> device(DriverProvider driver) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("driver", object("description", driver.title(), "const", driver.code()));
    Map<String, Object> links = new LinkedHashMap<>();
    driver.links().forEach(link -> links.put(link.name(), link(link)));
    properties.put("links", section("URL by link; an emulated device needs none.", links));
    Map<String, Object> uses = new LinkedHashMap<>();
    new TreeMap<>(driver.uses())
        .forEach((role, facet) -> uses.put(role, text("Address of a " + facet.getSimpleName())));
    properties.put("uses", section("Other devices it needs.", uses));
    Map<String, Object> identity = new LinkedHashMap<>();
    DeviceReader.IDENTITY.forEach(
        name -> identity.put(name, text("What the device must say of itself.")));
    properties.put("identity", section("Refuses another device on the same link.", identity));
    Map<String, Object> options = new LinkedHashMap<>();
    driver.options().forEach(o -> options.put(o.name(), option(o)));
    properties.put("options", section("Options of the driver.", options));
    Map<String, Object> emulator = new LinkedHashMap<>();
    Emulators.options(driver.code())
        .orElse(List.of())
        .forEach(o -> emulator.put(o.name(), option(o)));
    properties.put(
        "emulator", section("Options of its emulator, without effect on a real one.", emulator));
    Map<String, Object> limits = new LinkedHashMap<>();
    DeviceReader.LIMITS.keySet().forEach(name -> limits.put(name, text("A power with its unit.")));
    properties.put("limits", section("What the device stands.", limits));
    properties.put("on-stop", policy("What happens when the program stops.", "SAFE", "HOLD"));
    properties.put(
        "on-link-loss", policy("What happens after the link came back.", "SAFE", "ADOPT"));
    List<String> required = driver.uses().isEmpty() ? List.of("driver") : List.of("driver", "uses");
    return closed(properties, required);
  }

  private static Map<String, Object> link(LinkDeclaration link) {
    StringBuilder words = new StringBuilder("URL of a link that carries ");
    words.append(ValueType.word(link.kind()));
    new TreeMap<>(link.defaults())
        .forEach((key, value) -> words.append("; default ").append(key).append('=').append(value));
    return object("description", words.append('.').toString(), "type", "string");
  }

  private static <T> Map<String, Object> option(OptionDeclaration<T> option) {
    Map<String, Object> schema =
        object(
            "description", option.sentence(), "default", option.type().format(option.fallback()));
    if (option.type().name().equals("choice")) {
      schema.put("enum", option.type().words());
    } else {
      schema.put("type", SCALAR);
    }
    return schema;
  }

  private static Map<String, Object> element(ElementKind kind) {
    Map<String, Object> properties = object("kind", object("const", kind.name()));
    List<String> required = new ArrayList<>(List.of("kind"));
    for (ElementKind.Parameter p : kind.parameters().values()) {
      properties.put(
          p.name(),
          object("description", p.sentence(), "examples", List.of(p.example()), "type", SCALAR));
      if (p.required()) {
        required.add(p.name());
      }
    }
    return closed(properties, required);
  }

  private static Map<String, Object> policy(String description, String... words) {
    return object("description", description, "enum", List.of(words), "default", words[0]);
  }

  private static Map<String, Object> text(String description) {
    return object("description", description, "type", SCALAR);
  }

  private static Map<String, Object> section(String description, Map<String, Object> properties) {
    Map<String, Object> schema =
        object("description", description, "type", List.of("object", "null"));
    schema.put("additionalProperties", false);
    schema.put("properties", properties);
    return schema;
  }

  private static Map<String, Object> closed(Map<String, Object> properties, List<String> required) {
    return object(
        "type",
        "object",
        "additionalProperties",
        false,
        "required",
        required,
        "properties",
        properties);
  }

  private static Map<String, Object> object(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
