package org.optihal.config;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.optihal.config.Written.Entry;
import org.optihal.config.Written.Mapping;
import org.optihal.config.Written.Nothing;
import org.optihal.config.Written.Text;

/** A mapping being read: its keys must be known, its values of the expected form. */
final class Section {
  private final String name;
  private final Place place;
  private final Map<String, Entry> entries;
  private final boolean readable;
  private final Problems problems;

  /** Keys that somebody meant and mistyped: told once, not again as missing. */
  private final Set<String> meant = new HashSet<>();

  private Section(
      String name, Place place, Map<String, Entry> entries, boolean readable, Problems problems) {
    this.name = name;
    this.place = place;
    this.entries = entries;
    this.readable = readable;
    this.problems = problems;
  }

  /**
   * @param name what the section is, for messages, such as {@code device tx-laser}
   * @param place of its key
   */
  static Section of(String name, Place place, @Nullable Written written, Problems problems) {
    if (written instanceof Mapping mapping) {
      return new Section(name, place, mapping.entries(), true, problems);
    }
    if (written == null || written instanceof Nothing) {
      return new Section(name, place, Map.of(), true, problems);
    }
    problems.add(written.place(), name + " must be a mapping, not " + written.form());
    return new Section(name, place, Map.of(), false, problems);
  }

  Place place() {
    return place;
  }

  Map<String, Entry> entries() {
    return entries;
  }

  /** Whether the entries are what the file says: not when it has something else in their place. */
  boolean isReadable() {
    return readable;
  }

  /** Reports every key that is not among {@code known}. */
  Section only(Collection<String> known) {
    entries.forEach(
        (key, entry) -> {
          if (!known.contains(key)) {
            Suggestion.of(key, known).ifPresent(meant::add);
            problem(
                entry.key(), "unknown key '" + key + "' in " + name + Suggestion.tail(key, known));
          }
        });
    return this;
  }

  /** Reports that {@code key} is missing, unless it was mistyped. */
  Section needs(String key, String advice) {
    if (readable && !entries.containsKey(key) && !meant.contains(key)) {
      problem(place, name + " needs the key '" + key + "': " + advice);
    }
    return this;
  }

  Section section(String key, String sectionName) {
    Entry e = entries.get(key);
    return e == null
        ? of(sectionName, place, null, problems)
        : of(sectionName, e.key(), e.value(), problems);
  }

  /** The text of a key that is there and has one. */
  Optional<Text> text(String key) {
    Entry e = entries.get(key);
    if (e == null) {
      return Optional.empty();
    }
    if (e.value() instanceof Text text && !text.value().isBlank()) {
      return Optional.of(text);
    }
    problem(
        e.value().place(),
        key
            + " in "
            + name
            + (e.value() instanceof Nothing || e.value() instanceof Text
                ? " is empty"
                : " must be a text, not " + e.value().form()));
    return Optional.empty();
  }

  /** All entries that have a text; the others are reported. */
  Map<String, Text> texts() {
    Map<String, Text> all = new LinkedHashMap<>();
    entries.keySet().forEach(key -> text(key).ifPresent(text -> all.put(key, text)));
    return all;
  }

  void problem(Place at, String text) {
    problems.add(at, text);
  }
}
