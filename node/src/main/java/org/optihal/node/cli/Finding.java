package org.optihal.node.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.point.ValueType;

/**
 * Something the doctor saw.
 *
 * @param subject what was looked at
 * @param text what is the case
 * @param advice what to do, or empty
 */
record Finding(Level level, String subject, String text, String advice) {
  /** How much it matters. */
  enum Level {
    OK,
    /** Works, and could be better. */
    HINT,
    /** Does not work until it is mended. */
    MEND
  }

  static Finding ok(String subject, String text) {
    return new Finding(Level.OK, subject, text, "");
  }

  static Finding hint(String subject, String text, String advice) {
    return new Finding(Level.HINT, subject, text, advice);
  }

  static Finding mend(String subject, String text, String advice) {
    return new Finding(Level.MEND, subject, text, advice);
  }

  Map<String, @Nullable Object> json() {
    return Json.object(
        "level", ValueType.word(level), "subject", subject, "text", text, "advice", advice);
  }
}
