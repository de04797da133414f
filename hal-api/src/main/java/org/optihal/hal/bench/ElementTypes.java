package org.optihal.hal.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.optihal.hal.bench.ElementKind.Path;
import org.optihal.hal.error.HalException;
import org.optihal.hal.point.Address;
import org.optihal.hal.point.ValueType;
import org.optihal.hal.quantity.Frequency;
import org.optihal.hal.quantity.UnitText;

/** How the parameters of elements are written, beyond the quantities that points have. */
public final class ElementTypes {
  private static final String BANDS_EXAMPLE = "quantum 1560.2..1561 nm, data 1529..1560 nm";

  /** Meters. */
  public static final ValueType<Double> LENGTH =
      number("length", "m", ElementTypes::length, m -> plain(m / 1000) + " km");

  /** dB/km. */
  public static final ValueType<Double> LOSS_PER_LENGTH =
      number("loss per length", "dB/km", UnitText::decibelsPerKilometer, v -> plain(v) + " dB/km");

  /** ps/(nm km). */
  public static final ValueType<Double> DISPERSION =
      number("dispersion", "ps/nm/km", UnitText::dispersion, v -> plain(v) + " ps/nm/km");

  /** 1/(W km). */
  public static final ValueType<Double> NONLINEARITY =
      number("nonlinearity", "/W/km", UnitText::nonlinearity, v -> plain(v) + " /W/km");

  /** A number without a unit. */
  public static final ValueType<Double> NUMBER =
      number("number", "", ElementTypes::number, ElementTypes::plain);

  /** Numbers without a unit, separated by commas. */
  public static final ValueType<List<Double>> NUMBERS =
      ValueType.custom(
          "numbers",
          "",
          text -> items(text, "0.5, 0.1", ElementTypes::number),
          list -> list.stream().map(ElementTypes::plain).collect(Collectors.joining(", ")),
          list -> list.stream().map(ElementTypes::plain).toList());

  /** Pass bands by port, {@code "quantum 1560.2..1561 nm, data 1529..1560 nm"}. */
  public static final ValueType<List<Band>> BANDS =
      ValueType.custom(
          "bands",
          "",
          text -> items(text, BANDS_EXAMPLE, ElementTypes::band),
          list -> list.stream().map(Band::toString).collect(Collectors.joining(", ")),
          list -> list.stream().map(Band::toString).toList());

  /** Pairs of ports, {@code "in1>out2, in2>out1"}; {@code none} for none. */
  public static final ValueType<List<Path>> PATHS =
      ValueType.custom(
          "paths",
          "",
          text ->
              text.strip().equals("none") ? List.of() : items(text, "in1>out2", ElementTypes::path),
          list ->
              list.isEmpty()
                  ? "none"
                  : list.stream().map(Path::toString).collect(Collectors.joining(", ")),
          list -> list.stream().map(Path::toString).toList());

  /** Decibels by pair of ports, {@code "in1>out2 -45 dB, in2>out1 -52 dB"}. */
  public static final ValueType<Map<Path, Double>> PAIRS =
      ValueType.custom(
          "decibels by pair",
          "",
          ElementTypes::pairs,
          map ->
              map.entrySet().stream()
                  .map(e -> e.getKey() + " " + plain(e.getValue()) + " dB")
                  .collect(Collectors.joining(", ")),
          map -> map.keySet().stream().map(Path::toString).toList());

  private static final int MAX_ITEMS = 512;
  private static final Pattern BAND =
      Pattern.compile(
          "([a-z][a-z0-9-]*)\\s+(\\d{1,20}(?:\\.\\d{1,20})?)\\s*\\.\\."
              + "\\s*(\\d{1,20}(?:\\.\\d{1,20})?)\\s*(\\D\\S{0,3})");
  private static final Pattern PATH =
      Pattern.compile("([a-z][a-z0-9-]*)\\s*>\\s*([a-z][a-z0-9-]*)");
  private static final Pattern NUMBER_FORM =
      Pattern.compile("[+-]?\\d{1,20}(\\.\\d{0,20})?([eE][+-]?\\d{1,3})?");

  private ElementTypes() {}

  /**
   * A pass band of a port.
   *
   * @param port its name
   * @param low lower edge in hertz
   * @param high upper edge in hertz
   */
  public record Band(String port, double low, double high) {
    @Override
    public String toString() {
      return port + " " + terahertz(low) + ".." + terahertz(high) + " THz";
    }

    private static String terahertz(double hertz) {
      return new BigDecimal(hertz).movePointLeft(12).stripTrailingZeros().toPlainString();
    }
  }

  private static ValueType<Double> number(
      String name, String unit, Function<String, Double> parser, Function<Double, String> format) {
    return ValueType.custom(name, unit, parser, format, v -> v);
  }

  private static Double length(String text) {
    double meters = UnitText.meters(text);
    if (meters < 0) {
      throw HalException.configuration("'" + text.strip() + "': a length is not negative");
    }
    return meters;
  }

  private static Double number(String text) {
    String t = text.strip();
    if (!NUMBER_FORM.matcher(t).matches() || !Double.isFinite(Double.parseDouble(t))) {
      throw HalException.configuration("'" + Quoted.of(text) + "' is not a number")
          .advise("write digits and a decimal point, such as 1.16");
    }
    return Double.parseDouble(t);
  }

  private static <T> List<T> items(String text, String example, Function<String, T> parser) {
    String[] parts = text.split(",", MAX_ITEMS + 1);
    if (parts.length > MAX_ITEMS) {
      throw HalException.configuration("more than " + MAX_ITEMS + " items");
    }
    List<T> all = new ArrayList<>();
    for (String part : parts) {
      if (part.isBlank()) {
        throw HalException.configuration("an item is missing in '" + Quoted.of(text) + "'")
            .advise("write for example " + example);
      }
      all.add(parser.apply(part.strip()));
    }
    return List.copyOf(all);
  }

  private static Band band(String text) {
    Matcher m = BAND.matcher(text);
    if (!m.matches() || !Address.isId(m.group(1))) {
      throw HalException.configuration("'" + Quoted.of(text) + "' is not a band")
          .advise("write for example " + BANDS_EXAMPLE);
    }
    Frequency one = UnitText.frequency(m.group(2) + " " + m.group(4));
    Frequency other = UnitText.frequency(m.group(3) + " " + m.group(4));
    if (one.equals(other)) {
      throw HalException.configuration("the band '" + Quoted.of(text) + "' has no width");
    }
    return new Band(
        m.group(1), Math.min(one.hertz(), other.hertz()), Math.max(one.hertz(), other.hertz()));
  }

  private static Path path(String text) {
    Matcher m = PATH.matcher(text);
    if (!m.matches()) {
      throw HalException.configuration("'" + Quoted.of(text) + "' is not a pair of ports")
          .advise("write for example in1>out2");
    }
    return new Path(m.group(1), m.group(2));
  }

  private static Map<Path, Double> pairs(String text) {
    Map<Path, Double> map = new LinkedHashMap<>();
    for (String item : items(text, "in1>out2 -45 dB", s -> s)) {
      int end = item.indexOf(' ', item.indexOf('>') + 2);
      if (end < 0) {
        throw HalException.configuration("'" + Quoted.of(item) + "' names no decibels")
            .advise("write for example in1>out2 -45 dB");
      }
      Path path = path(item.substring(0, end));
      if (map.put(path, UnitText.decibel(item.substring(end)).db()) != null) {
        throw HalException.configuration("the pair '" + path + "' stands twice");
      }
    }
    return Collections.unmodifiableMap(map);
  }

  /** All digits, without an exponent where that is readable. */
  private static String plain(double v) {
    String s = new BigDecimal(Double.toString(v)).stripTrailingZeros().toPlainString();
    return s.length() > 20 ? Double.toString(v) : s;
  }
}
