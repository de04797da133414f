package org.optihal.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A piece of a bench file as somebody wrote it, with its place. */
sealed interface Written {
  Place place();

  /** What it is, for messages. */
  String form();

  /** How a text is quoted in the file. */
  enum Quotes {
    NONE,
    SINGLE,
    DOUBLE
  }

  /**
   * A text; numbers and switches are texts too until somebody knows their type.
   *
   * @param line the line it stands in, or null when it spans several or comes from elsewhere
   */
  record Text(String value, Place place, Quotes quotes, @Nullable String line) implements Written {
    Text(String value, Place place) {
      this(value, place, Quotes.NONE, null);
    }

    @Override
    public String form() {
      return "a text";
    }

    /** The place of the character at {@code index} of the value, as near as the file tells it. */
    Place placeOf(int index) {
      if (line == null) {
        return place;
      }
      int start = line.offsetByCodePoints(0, place.column() - 1);
      int at = quotes == Quotes.NONE ? start + index : start + 1;
      for (int i = 0; quotes != Quotes.NONE && i < index; i++) {
        at += width(line, at);
      }
      int column = line.codePointCount(0, Math.min(at, line.length())) + 1;
      return new Place(place.source(), place.line(), column);
    }

    /** How many characters of the file make the one at {@code at}. */
    private int width(String source, int at) {
      char c = at < source.length() ? source.charAt(at) : ' ';
      if (quotes == Quotes.SINGLE) {
        return c == '\'' ? 2 : 1;
      }
      if (c != '\\' || at + 1 == source.length()) {
        return 1;
      }
      return switch (source.charAt(at + 1)) {
        case 'x' -> 4;
        case 'u' -> 6;
        case 'U' -> 10;
        default -> 2;
      };
    }
  }

  /** Values by key, in the order written. */
  record Mapping(Map<String, Entry> entries, Place place) implements Written {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Override
    public String form() {
      return "a mapping";
    }

    Optional<Written> value(String key) {
      return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    /** This mapping with one value replaced or added. */
    Mapping with(String key, Written value) {
      Map<String, Entry> changed = new LinkedHashMap<>(entries);
      changed.put(key, new Entry(value.place(), value));
      return new Mapping(changed, place);
    }
  }

  /** Values in the order written. */
  record Sequence(List<Written> items, Place place) implements Written {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String form() {
      return "a list";
    }
  }

  /** A key without a value, as when all lines below it are commented out. */
  record Nothing(Place place) implements Written {
    @Override
    public String form() {
      return "empty";
    }
  }

  /**
   * A value with the place of its key.
   *
   * @param key where the key stands
   */
  record Entry(Place key, Written value) {}
}
