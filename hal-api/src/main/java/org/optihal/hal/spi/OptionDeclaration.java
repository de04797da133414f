package org.optihal.hal.spi;

import java.util.Map;
import org.optihal.hal.error.HalException;
import org.optihal.hal.point.Capability;
import org.optihal.hal.point.ValueType;

/**
 * One option of a driver; its declaration is its documentation.
 *
 * @param name lower case with hyphens
 * @param type how its text is read
 * @param fallback value when the bench file is silent
 * @param sentence what it does
 */
public record OptionDeclaration<T>(String name, ValueType<T> type, T fallback, String sentence) {
  /** The value from the texts of a bench entry. */
  public T from(Map<String, String> texts) {
    String text = texts.get(name);
    if (text == null) {
      return fallback;
    }
    try {
      return type.parse(text);
    } catch (HalException e) {
      throw HalException.configuration("option " + name + ": " + e.what())
          .advise(e.context().advice() == null ? describe() : e.context().advice());
    }
  }

  /** {@code name (type, default X): sentence}. */
  public String describe() {
    String words = Capability.<T>unbounded(Capability.Origin.DATA_SHEET).describe(type);
    return name
        + " ("
        + (type.words().isEmpty() ? type.name() : words)
        + ", default "
        + type.format(fallback)
        + "): "
        + sentence;
  }
}
