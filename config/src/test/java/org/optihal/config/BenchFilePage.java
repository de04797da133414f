package org.optihal.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.optihal.hal.bench.ElementKind;
import org.optihal.hal.bench.ElementKinds;
import org.optihal.hal.bench.ElementParameter;
import org.optihal.hal.bench.MeterKinds;

/** The parts of docs/bench-file.md that are what the kinds declare. */
final class BenchFilePage {
  private BenchFilePage() {}

  /** The page with these parts as they are now. */
  static String updated(String page) {
    String elements =
        ElementKinds.all().values().stream()
            .map(kind -> table(kind, ports(kind)))
            .collect(Collectors.joining("\n"));
    String meters =
        MeterKinds.all().values().stream()
            .map(kind -> table(kind, ""))
            .collect(Collectors.joining("\n"));
    return replaced(replaced(page, "elements", elements), "meters", meters);
  }

  private static String replaced(String page, String mark, String text) {
    String begin = "<!-- " + mark + ": written by the build -->\n";
    String end = "<!-- end of " + mark + " -->\n";
    int from = page.indexOf(begin);
    int to = page.indexOf(end);
    if (from < 0 || to < from) {
      throw new IllegalStateException("docs/bench-file.md has lost its marks of " + mark);
    }
    return page.substring(0, from + begin.length()) + "\n" + text + "\n" + page.substring(to);
  }

  private static String ports(ElementKind kind) {
    return kind.through()
        .map(
            path -> {
              String main = "`" + path.from() + "` to `" + path.to() + "`";
              List<String> others = new ArrayList<>(List.of(kind.portForm().split(" ")));
              others.removeAll(List.of(path.from(), path.to()));
              String more = others.isEmpty() ? "" : "; also `" + String.join("` `", others) + "`";
              return " A wire passes it from " + main + more + ".";
            })
        .orElse(" Ports: " + kind.portForm() + (kind.portForm().endsWith("...") ? "" : "."));
  }

  private static String table(ElementKind kind, String ports) {
    StringBuilder text = new StringBuilder("### `" + kind.name() + "`\n\n");
    text.append(kind.sentence()).append(ports).append("\n\n| key | default | |\n|---|---|---|\n");
    for (ElementParameter<?> parameter : kind.parameters().values()) {
      text.append("| `").append(parameter.name()).append("` | ").append(fallback(parameter));
      text.append(" | ").append(parameter.sentence()).append(words(parameter)).append(" |\n");
    }
    return text.toString();
  }

  private static <T> String fallback(ElementParameter<T> parameter) {
    T value = parameter.fallback();
    if (value != null) {
      return "`" + parameter.type().format(value) + "`";
    }
    return (parameter.isRequired() ? "required, such as `" : "optional, such as `")
        + parameter.example()
        + "`";
  }

  private static String words(ElementParameter<?> parameter) {
    List<String> words = parameter.type().words();
    return words.isEmpty() ? "" : " One of `" + String.join("` `", words) + "`.";
  }
}
