package org.optihal.node.calc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The values that a formula works on, checked, with defaults where nothing was given. */
public final class Inputs {
  private final Map<Parameter<?>, Object> values = new LinkedHashMap<>();
  private final List<String> defaults = new ArrayList<>();

  private Inputs() {}

  /**
   * Reads what was given.
   *
   * @param given texts by option
   * @throws IllegalArgumentException in one line that names the option
   */
  static Inputs of(Calculator calculator, Map<String, String> given) {
    calculator.alternatives().forEach(group -> checkAlternatives(group, given));
    Inputs inputs = new Inputs();
    for (Parameter<?> p : calculator.parameters()) {
      Parameter<?> companion = p.companion();
      boolean accompanied = companion == null || given.containsKey(companion.option());
      String text = given.get(p.option());
      if (text != null) {
        if (companion != null && !accompanied) {
          throw p.refuse("goes with " + companion.option() + " only");
        }
        inputs.values.put(p, p.parse(text));
      } else if (accompanied && !calculator.isReplaced(p, given.keySet())) {
        inputs.assume(p);
      }
    }
    return inputs;
  }

  private static void checkAlternatives(List<Parameter<?>> group, Map<String, String> given) {
    List<String> options = group.stream().map(Parameter::option).toList();
    List<String> both = options.stream().filter(given::containsKey).toList();
    if (both.size() > 1) {
      throw new IllegalArgumentException(String.join(" and ", both) + " exclude each other");
    }
    if (both.isEmpty() && group.stream().allMatch(p -> p.fallback() == null)) {
      throw new IllegalArgumentException(String.join(" or ", options) + " is missing");
    }
  }

  private void assume(Parameter<?> p) {
    String fallback = p.fallback();
    if (fallback != null) {
      values.put(p, p.parse(fallback));
      defaults.add(p.option() + " " + fallback);
    } else if (!p.optional()) {
      throw p.refuse("is missing");
    }
  }

  boolean has(Parameter<?> p) {
    return values.containsKey(p);
  }

  <T> T get(Parameter<T> p) {
    return find(p).orElseThrow(() -> p.refuse("is missing"));
  }

  @SuppressWarnings("unchecked") // put by its own parser alone
  <T> Optional<T> find(Parameter<T> p) {
    return Optional.ofNullable((T) values.get(p));
  }

  /** A formula that refuses what this option says, told with the option's name. */
  static <R> R blame(Parameter<?> p, Supplier<R> formula) {
    try {
      return formula.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(p.option() + ": " + e.getMessage(), e);
    }
  }

  /** Values by name, defaults included, as they go into JSON. */
  Map<String, Object> byName() {
    Map<String, Object> all = new LinkedHashMap<>();
    values.forEach((p, v) -> all.put(p.name(), v instanceof Enum<?> e ? Form.name(e) : v));
    return Collections.unmodifiableMap(all);
  }

  /** What was assumed because nothing was said, as options. */
  List<String> defaults() {
    return Collections.unmodifiableList(defaults);
  }
}
