package org.optihal.node.cli;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.point.ValueType;
import org.optihal.hal.spi.DriverProvider;
import org.optihal.hal.spi.LinkDeclaration;
import org.optihal.hal.spi.OptionDeclaration;

/** What a driver declares, as lines and as an object. */
record DriverView(DriverProvider driver) {
  void printTo(Output out) {
    out.text(driver.code() + "  " + driver.title());
    driver.links().forEach(l -> out.text("  link    " + l.name() + " (" + details(l) + ")"));
    driver
        .uses()
        .forEach(
            (role, facet) -> out.text("  uses    " + role + " (" + facet.getSimpleName() + ")"));
    driver.options().forEach(o -> out.text("  option  " + o.describe()));
    if (!driver.opticalPorts().isEmpty()) {
      out.text("  ports   " + String.join(" ", driver.opticalPorts()));
    }
    out.object(json());
  }

  private static String details(LinkDeclaration link) {
    return ValueType.word(link.kind())
        + link.defaults().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> ", " + e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining());
  }

  private Map<String, @Nullable Object> json() {
    return Json.object(
        "driver", driver.code(),
        "title", driver.title(),
        "links",
            driver.links().stream()
                .map(
                    l ->
                        Json.object(
                            "name", l.name(),
                            "kind", ValueType.word(l.kind()),
                            "defaults", new java.util.TreeMap<>(l.defaults())))
                .toList(),
        "uses", driver.uses().keySet().stream().sorted().toList(),
        "options", driver.options().stream().map(DriverView::option).toList(),
        "opticalPorts", driver.opticalPorts(),
        "probe", driver.probe().isPresent());
  }

  private static <T> Map<String, @Nullable Object> option(OptionDeclaration<T> option) {
    return Json.object(
        "name", option.name(),
        "type", option.type().name(),
        "choices", option.type().words(),
        "default", option.type().format(option.fallback()),
        "sentence", option.sentence());
  }
}
