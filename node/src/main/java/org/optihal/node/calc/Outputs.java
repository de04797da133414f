package org.optihal.node.calc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.optihal.physics.light.Decibels;

/** The values that a formula gives; one that has no value is null. */
public final class Outputs {
  private final Map<Result, @Nullable Number> values = new LinkedHashMap<>();

  Outputs(List<Result> declared) {
    declared.forEach(r -> values.put(r, null));
  }

  void put(Result result, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          result.key() + " is beyond all numbers with these options");
    }
    set(result, value);
  }

  void put(Result result, long value) {
    set(result, value);
  }

  /** A ratio of powers in decibels, which nothing has not. */
  void putDb(Result result, double ratio) {
    if (ratio > 0) {
      put(result, Decibels.ofRatio(ratio));
    }
  }

  /** A power in dBm, which no light has not. */
  void putDbm(Result result, double watts) {
    if (watts > 0) {
      put(result, Decibels.ofWatts(watts));
    }
  }

  private void set(Result result, Number value) {
    if (!values.containsKey(result)) {
      throw new IllegalStateException(result.key() + " is not declared");
    }
    values.put(result, value);
  }

  /** Values by key with all digits, as they go into JSON. */
  Map<String, @Nullable Object> byKey() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    values.forEach((r, v) -> all.put(r.key(), v));
    return all;
  }

  /** Key, value in six digits and unit of each, in columns. */
  List<String> lines() {
    Columns columns = new Columns();
    values.forEach((r, v) -> columns.row(r.key(), text(v), r.unit()));
    return columns.lines();
  }

  private static String text(@Nullable Number value) {
    if (value == null) {
      return "-";
    }
    return value instanceof Long
        ? value.toString()
        : String.format(Locale.ROOT, "%.6g", value.doubleValue());
  }
}
