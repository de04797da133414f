package org.optihal.config;

import java.util.Collection;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Writes maps, collections, texts, numbers and switches as indented JSON. */
final class Json {
  private final StringBuilder out = new StringBuilder();

  private Json() {}

  /** In the order of the maps; ends with a line break. */
  static String write(Object value) {
    Json json = new Json();
    json.value(value, "");
    return json.out.append('\n').toString();
  }

  private void value(Object value, String indent) {
    if (value instanceof Map<?, ?> map) {
      Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
      all('{', '}', indent, entries, e -> member(e, indent + "  "));
    } else if (value instanceof Collection<?> list) {
      all('[', ']', indent, list.iterator(), item -> value(item, indent + "  "));
    } else if (value instanceof String s) {
      text(s);
    } else if (value instanceof Integer || value instanceof Boolean) {
      out.append(value);
    } else {
      throw new IllegalArgumentException("no JSON for " + value.getClass());
    }
  }

  private void member(Map.Entry<?, ?> entry, String indent) {
    text(String.valueOf(entry.getKey()));
    out.append(": ");
    value(entry.getValue(), indent);
  }

  private <T> void all(
      char open, char close, String indent, Iterator<T> items, Consumer<T> writer) {
    out.append(open);
    String separator = "\n" + indent + "  ";
    boolean empty = !items.hasNext();
    while (items.hasNext()) {
      out.append(separator);
      writer.accept(items.next());
      separator = ",\n" + indent + "  ";
    }
    out.append(empty ? "" : "\n" + indent).append(close);
  }

  private void text(String s) {
    out.append('"');
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
