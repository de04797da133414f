package org.optihal.node.calc;

import org.jspecify.annotations.Nullable;

/**
 * One value that a calculator is given: its declaration is its option, its help and its check.
 *
 * @param option with its dashes and, where it has one, its unit
 * @param form what its text may be
 * @param sentence what it is
 * @param fallback text of its default; null where it has none
 * @param optional whether its absence has a meaning of its own
 * @param companion without which it means nothing; null where it stands alone
 */
public record Parameter<T>(
    String option,
    Form<T> form,
    String sentence,
    @Nullable String fallback,
    boolean optional,
    @Nullable Parameter<?> companion) {

  private static final int LONGEST_QUOTE = 40;

  /** One that must be given. */
  static <T> Parameter<T> of(String option, Form<T> form, String sentence) {
    return new Parameter<>(option, form, sentence, null, false, null);
  }

  /** The same with a default. */
  Parameter<T> or(String text) {
    return new Parameter<>(option, form, sentence, text, false, companion);
  }

  /** The same where it may be left out. */
  Parameter<T> orNothing() {
    return new Parameter<>(option, form, sentence, null, true, companion);
  }

  /** The same where it is refused without another one. */
  Parameter<T> with(Parameter<?> other) {
    return new Parameter<>(option, form, sentence, fallback, optional, other);
  }

  /** Its name among the inputs, which is the option without dashes. */
  public String name() {
    return option.substring(2);
  }

  /** Whether nothing is calculated without it. */
  public boolean isRequired() {
    return fallback == null && !optional && companion == null;
  }

  T parse(String text) {
    return form.reader()
        .apply(text.strip())
        .orElseThrow(() -> refuse("must be " + form.words() + ", not " + quoted(text)));
  }

  /** An error in one line that names the option. */
  IllegalArgumentException refuse(String why) {
    return new IllegalArgumentException(option + " " + why);
  }

  private static String quoted(String text) {
    String shown = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "..." : text;
    return "'" + shown + "'";
  }
}
