package org.optihal.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.ElementKind;
import org.optihal.hal.bench.ElementKind.Path;
import org.optihal.hal.bench.ElementParameter;
import org.optihal.hal.bench.ElementTypes;
import org.optihal.hal.error.HalException;

/** The ports of an element, checked against what its parameters say of them. */
final class PortNames {
  private PortNames() {}

  /**
   * @throws HalException CONFIGURATION when a port stands twice, or a parameter names one that is
   *     not there
   */
  static List<String> of(ElementKind kind, Element element) {
    List<String> ports = kind.ports(element);
    Set<String> names = new HashSet<>();
    for (String port : ports) {
      if (!names.add(port)) {
        throw HalException.configuration(element + ": port '" + port + "' stands twice");
      }
    }
    for (ElementParameter<?> parameter : kind.parameters().values()) {
      String text = element.parameters().get(parameter.name());
      if (text != null) {
        paths(parameter, text)
            .flatMap(path -> Stream.of(path.from(), path.to()))
            .filter(port -> !names.contains(port))
            .findFirst()
            .ifPresent(
                port -> {
                  throw HalException.configuration(
                      element
                          + ", "
                          + parameter.name()
                          + ": there is no port '"
                          + port
                          + "'"
                          + Suggestion.tail(port, ports));
                });
      }
    }
    return ports;
  }

  private static Stream<Path> paths(ElementParameter<?> parameter, String text) {
    if (parameter.type() == ElementTypes.PATHS) {
      return ElementTypes.PATHS.parse(text).stream();
    }
    return parameter.type() == ElementTypes.PAIRS
        ? ElementTypes.PAIRS.parse(text).keySet().stream()
        : Stream.empty();
  }
}
