package org.optihal.hal.bench;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.error.HalException;
import org.optihal.hal.point.ValueType;

/**
 * One thing that may be said about an element; its declaration is its documentation.
 *
 * @param name lower case with hyphens
 * @param type how its text is read
 * @param fallback value when the bench file is silent; null where an element without it says
 *     nothing, or where {@code optional}
 * @param optional whether its absence has a meaning of its own, which the sentence tells
 * @param example a text that is accepted
 * @param sentence what it is
 */
public record ElementParameter<T>(
    String name,
    ValueType<T> type,
    @Nullable T fallback,
    boolean optional,
    String example,
    String sentence) {

  /** Whether an element without it is refused. */
  public boolean isRequired() {
    return fallback == null && !optional;
  }

  /**
   * Reads a text.
   *
   * @throws HalException CONFIGURATION with the accepted forms
   */
  public T parse(String text) {
    return type.parse(text);
  }

  /**
   * The value that an element has.
   *
   * @throws HalException CONFIGURATION naming the element, when the text is wrong or missing
   */
  public T of(Element element) {
    return find(element)
        .orElseThrow(
            () ->
                HalException.configuration(element + " needs '" + name + "'")
                    .advise("for example " + example));
  }

  /** The value that an element has, or the default, or empty. */
  public Optional<T> find(Element element) {
    String text = element.parameters().get(name);
    if (text == null) {
      return Optional.ofNullable(fallback);
    }
    try {
      return Optional.of(type.parse(text));
    } catch (HalException e) {
      throw HalException.configuration(element + ", " + name + ": " + e.what())
          .advise(e.context().advice() == null ? "for example " + example : e.context().advice());
    }
  }
}
