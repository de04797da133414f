package org.optihal.node.calc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the text of an option may be.
 *
 * @param label stands for the value in a synopsis
 * @param words say what is accepted, as in "must be a number above 0"
 * @param reader gives nothing for a text that is not accepted
 */
public record Form<T>(String label, String words, Function<String, Optional<T>> reader) {
  /** Decimal only: what Java reads beyond that, such as 1d or NaN, is not for an option. */
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private static final int LONGEST = 400;

  static final Form<Double> NUMBER = number("a number", x -> true);
  static final Form<Double> POSITIVE = number("a number above 0", x -> x > 0);
  static final Form<Double> NOT_NEGATIVE = number("a number of 0 or more", x -> x >= 0);
  static final Form<Double> FRACTION = number("a number from 0 to 1", x -> x >= 0 && x <= 1);
  static final Form<Double> SHARE = number("a number above 0 and up to 1", x -> x > 0 && x <= 1);
  static final Form<Double> PROBABILITY_BELOW_ONE =
      number("a number from 0 to below 1", x -> x >= 0 && x < 1);
  static final Form<Double> AT_LEAST_ONE = number("a number of 1 or more", x -> x >= 1);
  static final Form<Double> DBM = within("-300", "100");
  static final Form<Double> DECIBELS = within("0", "300");
  static final Form<Double> OPTICAL_NM = within("100", "20000");
  static final Form<Double> OPTICAL_THZ = within("10", "3000");

  /** Both ends included, as they are to be read. */
  static Form<Double> within(String low, String high) {
    double least = Double.parseDouble(low);
    double most = Double.parseDouble(high);
    return number("a number from " + low + " to " + high, x -> x >= least && x <= most);
  }

  private static Form<Double> number(String words, DoublePredicate accepted) {
    return new Form<>("NUMBER", words, text -> decimal(text).filter(accepted::test));
  }

  /** Numbers of one form with commas between them, so many at least and at most. */
  static Form<List<Double>> list(Form<Double> each, int least, int most) {
    return new Form<>(
        "N,N...",
        least + " to " + most + " numbers with commas between them, each " + each.words,
        text -> {
          String[] parts = text.split(",", -1);
          List<Double> values = new ArrayList<>();
          for (String part : parts) {
            each.reader.apply(part.strip()).ifPresent(values::add);
          }
          return values.size() == parts.length && parts.length >= least && parts.length <= most
              ? Optional.of(List.copyOf(values))
              : Optional.empty();
        });
  }

  /** A constant by its name, lower case with hyphens. */
  static <E extends Enum<E>> Form<E> choice(Class<E> type) {
    List<E> all = Arrays.asList(type.getEnumConstants());
    List<String> names = all.stream().map(Form::name).toList();
    return new Form<>(
        names.stream().collect(Collectors.joining("|")),
        String.join(" or ", names),
        text -> all.stream().filter(e -> name(e).equals(text)).findFirst());
  }

  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Optional<Double> decimal(String text) {
    if (text.length() > LONGEST || !DECIMAL.matcher(text).matches()) {
      return Optional.empty();
    }
    return Optional.of(Double.valueOf(text)).filter(Double::isFinite);
  }
}
