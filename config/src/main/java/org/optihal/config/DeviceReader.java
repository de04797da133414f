package org.optihal.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.optihal.config.Written.Entry;
import org.optihal.config.Written.Text;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.bench.DeviceEntry.ReconnectPolicy;
import org.optihal.hal.bench.DeviceEntry.StopPolicy;
import org.optihal.hal.error.HalException;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.hal.link.LinkKind;
import org.optihal.hal.point.Address;
import org.optihal.hal.quantity.OpticalPower;
import org.optihal.hal.quantity.UnitText;
import org.optihal.hal.spi.DriverProvider;
import org.optihal.hal.spi.LinkDeclaration;
import org.optihal.hal.spi.OptionDeclaration;

/** Reads one device against what its driver declares. */
final class DeviceReader {
  static final List<String> KEYS =
      List.of(
          "driver",
          "links",
          "uses",
          "identity",
          "options",
          "limits",
          "on-stop",
          "on-link-loss",
          "emulator");
  static final List<String> IDENTITY = List.of("manufacturer", "model", "serial", "firmware");

  /** What each limit is, and how its text is checked. */
  static final Map<String, Consumer<String>> LIMITS =
      Map.of("max-input", DeviceReader::positivePower);

  /** Schemes whose link kind is known; others are left to the openers on the class path. */
  private static final Map<String, Set<LinkKind>> SCHEMES =
      Map.of(
          "serial", Set.of(LinkKind.BYTES),
          "tcp", Set.of(LinkKind.BYTES),
          "zmq", Set.of(LinkKind.BYTES),
          "http", Set.of(LinkKind.BYTES),
          "usbtmc", Set.of(LinkKind.MESSAGES),
          "i2c", Set.of(LinkKind.REGISTERS),
          "spi", Set.of(LinkKind.REGISTERS),
          "gpio", Set.of(LinkKind.LINES));

  private final LinksRequired linksRequired;
  private final Parts parts;
  private final Problems problems;

  DeviceReader(LinksRequired linksRequired, Parts parts, Problems problems) {
    this.linksRequired = linksRequired;
    this.parts = parts;
    this.problems = problems;
  }

  /** The entry as far as it can be read; whether it is good, the problems tell. */
  DeviceEntry read(String id, Entry written) {
    String name = "device " + id;
    Section device = Section.of(name, written.key(), written.value(), problems);
    Optional<DriverProvider> driver = parts.driver(id);
    refuseUnknownKeys(device, name, driver);
    device.needs("driver", "it says which driver to use");
    if (driver.isEmpty()) {
      device.text("driver"); // tells when it is no text; an unknown one is told already
    }
    return new DeviceEntry(
        id,
        driver.map(DriverProvider::code).orElse(""),
        links(name, device, driver),
        uses(id, device, driver),
        values(device.section("identity", "identity of " + name).only(IDENTITY).texts()),
        options(name, device, driver),
        limits(name, device),
        choice(device, "on-stop", StopPolicy.class, StopPolicy.SAFE),
        choice(device, "on-link-loss", ReconnectPolicy.class, ReconnectPolicy.SAFE),
        emulator(name, device, driver));
  }

  /** An option beside {@code options} instead of under it gets an answer of its own. */
  private void refuseUnknownKeys(Section device, String name, Optional<DriverProvider> driver) {
    List<String> known = new ArrayList<>(KEYS);
    driver.ifPresent(
        d ->
            d.options().stream()
                .map(OptionDeclaration::name)
                .filter(option -> !KEYS.contains(option))
                .filter(device.entries()::containsKey)
                .forEach(
                    option -> {
                      known.add(option);
                      Entry e = device.entries().get(option);
                      problems.add(
                          e == null ? device.place() : e.key(),
                          "'" + option + "' is an option: write it under 'options' of " + name);
                    }));
    device.only(known);
  }

  private Map<String, DeviceUrl> links(
      String name, Section device, Optional<DriverProvider> driver) {
    Section links = device.section("links", "links of " + name);
    Map<String, DeviceUrl> urls = new LinkedHashMap<>();
    if (driver.isEmpty()) {
      return urls;
    }
    Map<String, LinkDeclaration> declared = new LinkedHashMap<>();
    driver.get().links().forEach(d -> declared.put(d.name(), d));
    links.only(declared.keySet());
    links
        .texts()
        .forEach(
            (link, text) -> {
              LinkDeclaration declaration = declared.get(link);
              if (declaration != null) {
                url(name + ", link " + link, text, declaration)
                    .ifPresent(url -> urls.put(link, url));
              }
            });
    if (linksRequired == LinksRequired.YES) {
      declared.forEach(
          (link, d) ->
              links.needs(
                  link,
                  "a URL that leads to the device, such as "
                      + example(d.kind())
                      + " (emulated, it needs none)"));
    }
    return urls;
  }

  private Optional<DeviceUrl> url(String name, Text text, LinkDeclaration declaration) {
    try {
      DeviceUrl url = DeviceUrl.parse(text.value());
      Set<LinkKind> kinds = SCHEMES.getOrDefault(url.scheme(), Set.of(declaration.kind()));
      if (kinds.contains(declaration.kind())) {
        return Optional.of(url);
      }
      problems.add(
          text.place(),
          name
              + ": '"
              + url.scheme()
              + ":' is the wrong kind of link; write for example "
              + example(declaration.kind()));
    } catch (HalException e) {
      problems.add(text.place(), name + ": " + e.getMessage());
    }
    return Optional.empty();
  }

  private static String example(LinkKind kind) {
    return switch (kind) {
      case BYTES -> "serial:///dev/ttyUSB0 or tcp://host:5025";
      case MESSAGES -> "usbtmc://1313:8078/SERIAL";
      case REGISTERS -> "i2c:///dev/i2c-1?addr=0x50";
      case LINES -> "gpio:gpiochip0/line-name";
    };
  }

  private Map<String, String> uses(String id, Section device, Optional<DriverProvider> driver) {
    Section uses = device.section("uses", "uses of device " + id);
    if (driver.isEmpty()) {
      return Map.of();
    }
    Set<String> roles = driver.get().uses().keySet();
    uses.only(roles);
    roles.stream()
        .sorted()
        .forEach(role -> uses.needs(role, "the address of a device or unit, such as tdc1/ch1"));
    Map<String, Text> addresses = uses.texts();
    addresses.values().forEach(address -> checkUse(id, address));
    return values(addresses);
  }

  private void checkUse(String id, Text text) {
    try {
      Address address = Address.parse(text.value());
      if (!address.point().isEmpty()) {
        problems.add(text.place(), "'" + address + "' is a point; name a device or a unit");
      } else if (address.device().equals(id)) {
        problems.add(text.place(), "device " + id + " cannot use itself");
      } else if (!parts.isDevice(address.device())) {
        problems.add(text.place(), parts.noDevice(address.device()));
      }
    } catch (HalException e) {
      problems.add(text.place(), e.getMessage());
    }
  }

  private Map<String, String> options(
      String name, Section device, Optional<DriverProvider> driver) {
    Section options = device.section("options", "options of " + name);
    return driver.map(d -> declared(name, options, d.options())).orElse(Map.of());
  }

  /** Real devices have no use for it, so that one file serves both; it is checked all the same. */
  private Map<String, String> emulator(
      String name, Section device, Optional<DriverProvider> driver) {
    Section emulator = device.section("emulator", "emulator of " + name);
    return driver
        .flatMap(d -> Emulators.options(d.code()))
        .map(declared -> declared(name + ", emulator", emulator, declared))
        .orElseGet(() -> values(emulator.texts()));
  }

  private Map<String, String> declared(
      String name, Section options, List<OptionDeclaration<?>> declared) {
    options.only(declared.stream().map(OptionDeclaration::name).toList());
    Map<String, Text> texts = options.texts();
    for (OptionDeclaration<?> option : declared) {
      Text text = texts.get(option.name());
      if (text != null) {
        check(text, name, t -> option.from(Map.of(option.name(), t)));
      }
    }
    return values(texts);
  }

  private Map<String, String> limits(String name, Section device) {
    Map<String, Text> limits =
        device.section("limits", "limits of " + name).only(LIMITS.keySet()).texts();
    limits.forEach(
        (limit, text) -> {
          Consumer<String> check = LIMITS.get(limit);
          if (check != null) {
            check(text, name + ", " + limit, check);
          }
        });
    return values(limits);
  }

  private void check(Text text, String name, Consumer<String> check) {
    try {
      check.accept(text.value());
    } catch (HalException e) {
      problems.add(text.place(), name + ": " + e.getMessage());
    }
  }

  private static void positivePower(String text) {
    OpticalPower power = UnitText.power(text);
    if (power.watts() <= 0) {
      throw HalException.configuration("a power limit is above zero");
    }
  }

  private <E extends Enum<E>> E choice(Section device, String key, Class<E> type, E fallback) {
    E[] constants = type.getEnumConstants();
    Optional<Text> text = device.text(key);
    if (text.isEmpty()) {
      return fallback;
    }
    String word = text.get().value();
    for (E constant : constants) {
      if (constant.name().equals(word)) {
        return constant;
      }
    }
    List<String> words = Stream.of(constants).map(Enum::name).toList();
    problems.add(
        text.get().place(), key + " cannot be '" + word + "'" + Suggestion.tail(word, words));
    return fallback;
  }

  private static Map<String, String> values(Map<String, Text> texts) {
    Map<String, String> values = new LinkedHashMap<>();
    texts.forEach((key, text) -> values.put(key, text.value()));
    return values;
  }
}
