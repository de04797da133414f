package org.optihal.node.calc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a calculator gave, with what it was asked. */
record Answer(Calculator calculator, Inputs in, Outputs out) {
  /** For people: results, what was assumed, and the source. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(out.lines());
    if (!in.defaults().isEmpty()) {
      lines.add("defaults: " + String.join(", ", in.defaults()));
    }
    lines.add("source: " + calculator.source());
    return lines;
  }

  /** For machines: results by key, {@code inputs} by option and {@code source}. */
  Map<String, @Nullable Object> object() {
    Map<String, @Nullable Object> object = new LinkedHashMap<>(out.byKey());
    object.put("inputs", in.byName());
    object.put("source", calculator.source());
    return object;
  }
}
