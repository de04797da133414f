package org.optihal.hal.point;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.optihal.hal.error.HalException;
import org.optihal.hal.quantity.Attenuation;
import org.optihal.hal.quantity.CountRate;
import org.optihal.hal.quantity.Current;
import org.optihal.hal.quantity.Decibel;
import org.optihal.hal.quantity.Frequency;
import org.optihal.hal.quantity.FrequencyOffset;
import org.optihal.hal.quantity.OpticalPower;
import org.optihal.hal.quantity.Phase;
import org.optihal.hal.quantity.Picos;
import org.optihal.hal.quantity.Ratio;
import org.optihal.hal.quantity.Temperature;
import org.optihal.hal.quantity.UnitText;
import org.optihal.hal.quantity.Voltage;

/**
 * How values of a point are written: as text with a unit for people, as a plain value in one
 * canonical unit for machines. Everything generic (command line, API, recorder) works by this and
 * needs no reflection.
 *
 * @param <T> the value's Java type
 */
public final class ValueType<T> {
  public static final ValueType<Frequency> FREQUENCY =
      of("frequency", "Hz", UnitText::frequency, UnitText::format, Frequency::hertz);
  public static final ValueType<FrequencyOffset> FREQUENCY_OFFSET =
      of(
          "frequency offset",
          "Hz",
          UnitText::frequencyOffset,
          UnitText::format,
          FrequencyOffset::hertz);
  public static final ValueType<OpticalPower> POWER =
      of("power", "W", UnitText::power, UnitText::format, OpticalPower::watts);
  public static final ValueType<Decibel> DECIBEL =
      of("gain", "dB", UnitText::decibel, UnitText::format, Decibel::db);
  public static final ValueType<Attenuation> ATTENUATION =
      of("attenuation", "dB", UnitText::attenuation, UnitText::format, Attenuation::db);
  public static final ValueType<Temperature> TEMPERATURE =
      of("temperature", "°C", UnitText::temperature, UnitText::format, Temperature::celsius);
  public static final ValueType<Voltage> VOLTAGE =
      of("voltage", "V", UnitText::voltage, UnitText::format, Voltage::volts);
  public static final ValueType<Current> CURRENT =
      of("current", "A", UnitText::current, UnitText::format, Current::amperes);
  public static final ValueType<CountRate> COUNT_RATE =
      of("count rate", "1/s", UnitText::countRate, UnitText::format, CountRate::perSecond);
  public static final ValueType<Phase> PHASE =
      of("phase", "rad", UnitText::phase, UnitText::format, Phase::radians);
  public static final ValueType<Ratio> RATIO =
      of("share", "1", UnitText::ratio, UnitText::format, Ratio::value);
  public static final ValueType<Picos> PICOS =
      of("time", "ps", UnitText::picos, UnitText::format, Picos::value);
  public static final ValueType<Duration> DURATION =
      of("duration", "s", UnitText::duration, UnitText::format, d -> d.toNanos() / 1e9);
  public static final ValueType<Boolean> BOOLEAN =
      of("switch", "", ValueType::onOrOff, b -> b ? "on" : "off", b -> b);
  public static final ValueType<Long> COUNT =
      of("whole number", "", ValueType::wholeNumber, l -> Long.toString(l), l -> l);
  public static final ValueType<String> TEXT = of("text", "", s -> s, s -> s, s -> s);

  private final String name;
  private final String unit;
  private final List<String> words;
  private final Function<String, T> parser;
  private final Function<T, String> formatter;
  private final Function<T, Object> canonical;

  private ValueType(
      String name,
      String unit,
      List<String> words,
      Function<String, T> parser,
      Function<T, String> formatter,
      Function<T, Object> canonical) {
    this.name = name;
    this.unit = unit;
    this.words = words;
    this.parser = parser;
    this.formatter = formatter;
    this.canonical = canonical;
  }

  private static <T> ValueType<T> of(
      String name,
      String unit,
      Function<String, T> parser,
      Function<T, String> formatter,
      Function<T, Object> canonical) {
    return new ValueType<>(name, unit, List.of(), parser, formatter, canonical);
  }

  /**
   * A structured value of one family.
   *
   * @param parser throws HalException CONFIGURATION with the accepted forms
   * @param formatter what {@code parser} reads back
   * @param canonical Long, Double, Boolean, String, or a list of Strings
   */
  public static <T> ValueType<T> custom(
      String name,
      String unit,
      Function<String, T> parser,
      Function<T, String> formatter,
      Function<T, Object> canonical) {
    return of(name, unit, parser, formatter, canonical);
  }

  /** One of an enum's constants, written in lower case with hyphens: {@code low-noise}. */
  public static <E extends Enum<E>> ValueType<E> choice(Class<E> type) {
    List<String> words = Arrays.stream(type.getEnumConstants()).map(ValueType::word).toList();
    return new ValueType<>(
        "choice", "", words, text -> constant(type, text, words), ValueType::word, ValueType::word);
  }

  /** A set of an enum's constants, written with commas, or {@code none}. */
  public static <E extends Enum<E>> ValueType<Set<E>> choices(Class<E> type) {
    List<String> words = Arrays.stream(type.getEnumConstants()).map(ValueType::word).toList();
    return new ValueType<>(
        "choices",
        "",
        words,
        text -> {
          Set<E> set = EnumSet.noneOf(type);
          if (!text.strip().equals("none")) {
            for (String s : text.split(",", -1)) {
              set.add(constant(type, s.strip(), words));
            }
          }
          return Collections.unmodifiableSet(set);
        },
        set ->
            set.isEmpty()
                ? "none"
                : set.stream().map(ValueType::word).collect(Collectors.joining(",")),
        set -> set.stream().map(ValueType::word).toList());
  }

  /** How an enum constant is written everywhere outside Java. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String text, List<String> words) {
    int i = words.indexOf(text.strip());
    if (i < 0) {
      throw HalException.configuration("'" + text + "' is none of the choices")
          .advise("write one of: " + String.join(" ", words));
    }
    return type.getEnumConstants()[i];
  }

  private static Boolean onOrOff(String text) {
    return switch (text.strip()) {
      case "on", "true" -> true;
      case "off", "false" -> false;
      default ->
          throw HalException.configuration("'" + text + "' is neither on nor off")
              .advise("write on or off");
    };
  }

  private static Long wholeNumber(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw HalException.configuration("'" + text + "' is not a whole number");
    }
  }

  /** What it is, in words, such as {@code frequency}. */
  public String name() {
    return name;
  }

  /** Unit of {@link #canonical}, or empty. */
  public String unit() {
    return unit;
  }

  /** The words of a choice; empty for everything else. */
  public List<String> words() {
    return words;
  }

  /**
   * Reads what a person wrote.
   *
   * @throws HalException CONFIGURATION with the accepted forms
   */
  public T parse(String text) {
    return parser.apply(text);
  }

  /** Text for a person, with its unit. */
  public String format(T value) {
    return formatter.apply(value);
  }

  /**
   * Plain value in {@link #unit()} for machines: Long, Double, Boolean, String, or a list of
   * Strings.
   */
  public Object canonical(T value) {
    return canonical.apply(value);
  }
}
