package org.optihal.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.optihal.hal.Drivers;
import org.optihal.hal.bench.ElementKind;
import org.optihal.hal.bench.ElementKinds;
import org.optihal.hal.bench.ElementParameter;
import org.optihal.hal.bench.Experiment.Basis;
import org.optihal.hal.bench.Experiment.Reduce;
import org.optihal.hal.bench.MeterKinds;
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
    properties.put(
        "devices", byId("Devices by id.", choice("driver", "driver", driverNames(drivers))));
    properties.put(
        "elements",
        byId(
            "Parts of the light path that no driver speaks to, by id.",
            choice("kind", "element", ElementKinds.all().keySet())));
    properties.put(
        "wiring",
        object(
            "description",
            "Light paths, such as tx-laser/out -> voa/in.",
            "type",
            List.of("array", "null"),
            "items",
            object("type", "string")));
    properties.put("experiment", experiment());
    Map<String, Object> definitions = new LinkedHashMap<>();
    drivers.all().forEach(d -> definitions.put("driver-" + d.code(), device(d)));
    ElementKinds.all().values().forEach(k -> definitions.put("element-" + k.name(), element(k)));
    MeterKinds.all().values().forEach(k -> definitions.put("meter-" + k.name(), element(k)));
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
  private static Map<String, Object> choice(
      String key, String definitions, Collection<String> words) {
    List<Object> cases = new ArrayList<>();
    for (String word : words) {
      cases.add(
          object(
              "if",
              object("properties", object(key, object("const", word)), "required", List.of(key)),
              "then",
              object("$ref", "#/$defs/" + definitions + "-" + word)));
    }
    Map<String, Object> schema =
        object(
            "type",
            "object",
            "required",
            List.of(key),
            "properties",
            object(key, object("enum", List.copyOf(words))));
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
    Map<String, Object> properties =
        object("kind", object("description", kind.sentence(), "const", kind.name()));
    List<String> required = new ArrayList<>(List.of("kind"));
    for (ElementParameter<?> p : kind.parameters().values()) {
      properties.put(p.name(), parameter(p));
      if (p.isRequired()) {
        required.add(p.name());
      }
    }
    return closed(properties, required);
  }

  private static <T> Map<String, Object> parameter(ElementParameter<T> parameter) {
    Map<String, Object> schema = object("description", parameter.sentence());
    T fallback = parameter.fallback();
    if (fallback != null) {
      schema.put("default", parameter.type().format(fallback));
    }
    if (parameter.type().words().isEmpty()) {
      schema.put("examples", List.of(parameter.example()));
      schema.put("type", SCALAR);
    } else {
      schema.put("enum", parameter.type().words());
    }
    return schema;
  }

  private static Map<String, Object> experiment() {
    Map<String, Object> command =
        object(
            "description",
            "Such as set tx-laser.power = 3 dBm.",
            "type",
            "string",
            "pattern",
            "^ *(set|element|fault|wait) ");
    Map<String, Object> step =
        object("at", text("Since the run began, such as 2 h."), "do", command);
    Map<String, Object> figure =
        object(
            "name",
            text("What is compared, in words."),
            "of",
            text("meter.quantity"),
            "reduce",
            words("How the samples become one value.", Reduce.class, Reduce.MEAN),
            "published",
            text("Such as 0.41 kbit/s, > 0 bit/s, > other.noise, or unknown."),
            "tolerance",
            text("Such as 3 dB, factor 2, 10 % or 0.5 % absolute."),
            "basis",
            words("What our value rests on.", Basis.class, Basis.ASSUMED));
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("title", text("One line."));
    properties.put("publication", text("Where the figures were published."));
    properties.put("duration", text("Of a whole run, such as 8 h."));
    properties.put("sample", text("Time between two readings of the meters, such as 10 s."));
    properties.put("setup", list("Commands before the run, in order.", command));
    properties.put(
        "schedule", list("Commands during the run.", closed(step, ExperimentReader.STEP_KEYS)));
    properties.put(
        "polls",
        object(
            "description",
            "How often points of devices are read, by address.",
            "type",
            List.of("object", "null"),
            "additionalProperties",
            text("A time above zero.")));
    properties.put(
        "meters",
        byId("What is measured, by id.", choice("kind", "meter", MeterKinds.all().keySet())));
    properties.put(
        "figures",
        list("What is compared with the publication.", closed(figure, FigureReader.NEEDS)));
    Map<String, Object> schema = closed(properties, ExperimentReader.NEEDS);
    schema.put("description", "What is run on the bench, measured, and compared.");
    return schema;
  }

  private static Map<String, Object> list(String description, Map<String, Object> each) {
    return object("description", description, "type", List.of("array", "null"), "items", each);
  }

  private static <E extends Enum<E>> Map<String, Object> words(
      String description, Class<E> type, E fallback) {
    return object(
        "description",
        description,
        "enum",
        ValueType.choice(type).words(),
        "default",
        ValueType.word(fallback));
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
