package org.optihal.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.optihal.config.Parts.RightElement;
import org.optihal.config.Written.Entry;
import org.optihal.config.Written.Text;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.ElementKind;
import org.optihal.hal.bench.ElementParameter;
import org.optihal.hal.error.HalException;

/** Reads what has a kind and parameters: the elements of a bench, and the meters on it. */
final class ElementReader {
  private final String what;
  private final Map<String, ElementKind> kinds;
  private final Consumer<RightElement> whenRight;
  private final References references;
  private final Problems problems;

  /**
   * @param what {@code element} or {@code meter}, for messages
   * @param whenRight gets those with nothing wrong about them
   */
  ElementReader(
      String what,
      Map<String, ElementKind> kinds,
      Parts parts,
      Consumer<RightElement> whenRight,
      Problems problems) {
    this.what = what;
    this.kinds = kinds;
    this.whenRight = whenRight;
    this.references = new References(parts, problems);
    this.problems = problems;
  }

  /** All of a section, by id. */
  Map<String, Element> readAll(Section section) {
    Map<String, Element> all = new LinkedHashMap<>();
    section.entries().forEach((id, written) -> all.put(id, read(id, written)));
    return all;
  }

  private Element read(String id, Entry written) {
    int before = problems.told();
    String name = what + " " + id;
    Section section = Section.of(name, written.key(), written.value(), problems);
    Map<String, Text> texts = section.texts();
    Optional<Text> kindText = Optional.ofNullable(texts.remove("kind"));
    Map<String, String> parameters = new LinkedHashMap<>();
    texts.forEach((key, text) -> parameters.put(key, text.value()));
    String kindName = kindText.map(Text::value).orElse("");
    Optional<ElementKind> kind = Optional.ofNullable(kinds.get(kindName));
    Element element = new Element(id, kindName, parameters, written.key().toString());
    if (kind.isPresent()) {
      section.only(kind.get().keys());
      for (ElementParameter<?> parameter : kind.get().parameters().values()) {
        check(name, section, parameter, texts.get(parameter.name()));
      }
      if (problems.told() == before) {
        ports(kind.get(), element, written.key());
      }
    } else if (kindText.isPresent()) {
      problems.add(
          kindText.get().place(),
          "there is no kind '"
              + kindName
              + "' for "
              + name
              + Suggestion.tail(kindName, kinds.keySet()));
    } else {
      section.needs("kind", "one of " + String.join(" ", kinds.keySet()));
    }
    return element;
  }

  private void check(
      String name, Section section, ElementParameter<?> parameter, @Nullable Text text) {
    if (text == null) {
      if (parameter.isRequired()) {
        section.needs(parameter.name(), "for example " + parameter.example());
      }
      return;
    }
    try {
      Object unused = parameter.parse(text.value());
      references.check(name, parameter, text);
    } catch (HalException e) {
      problems.add(text.place(), name + ", " + parameter.name() + ": " + e.getMessage());
    }
  }

  private void ports(ElementKind kind, Element element, Place place) {
    try {
      // Without its place: the problem has it.
      List<String> ports =
          PortNames.of(kind, new Element(element.id(), element.kind(), element.parameters()));
      whenRight.accept(new RightElement(element, kind, ports));
    } catch (HalException e) {
      problems.add(place, e.getMessage());
    }
  }
}
