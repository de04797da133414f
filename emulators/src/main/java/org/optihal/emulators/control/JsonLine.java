package org.optihal.emulators.control;

import java.util.List;
import java.util.Locale;

/** Writes one flat JSON object on one line of plain ASCII. */
final class JsonLine {
  private final StringBuilder text = new StringBuilder("{");

  JsonLine put(String key, String value) {
    key(key);
    string(value);
    return this;
  }

  JsonLine put(String key, boolean value) {
    key(key).append(value);
    return this;
  }

  /** A number that is no finite one is null: JSON has no other. */
  JsonLine put(String key, double value) {
    key(key).append(Double.isFinite(value) ? Double.toString(value) : "null");
    return this;
  }

  JsonLine put(String key, List<String> values) {
    key(key).append('[');
    for (int i = 0; i < values.size(); i++) {
      text.append(i == 0 ? "" : ",");
      string(values.get(i));
    }
    text.append(']');
    return this;
  }

  private StringBuilder key(String key) {
    if (text.length() > 1) {
      text.append(',');
    }
    string(key);
    return text.append(':');
  }

  private void string(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c >= ' ' && c <= '~') {
        text.append(c);
      } else {
        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    text.append('"');
  }

  @Override
  public String toString() {
    return text + "}";
  }
}
