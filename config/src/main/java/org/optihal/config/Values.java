package org.optihal.config;

import java.util.Optional;
import java.util.function.Function;
import org.optihal.config.Written.Text;
import org.optihal.hal.error.HalException;

/** Reads texts that are there; what is wrong with one is told at its place. */
record Values(Problems problems) {
  /**
   * @param name of the value, for messages
   * @param parser throws HalException on a wrong text
   */
  <T> Optional<T> read(String name, Optional<Text> text, Function<String, T> parser) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parser.apply(text.get().value()));
    } catch (HalException e) {
      problems.add(text.get().place(), name + ": " + e.getMessage());
      return Optional.empty();
    }
  }
}
