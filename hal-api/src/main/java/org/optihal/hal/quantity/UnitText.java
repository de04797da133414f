package org.optihal.hal.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.optihal.hal.error.HalException;

/**
 * The only parser and formatter of text with units, for bench files, command line, API and
 * messages. The unit is mandatory; a point is the decimal sign whatever the locale; {@code u}
 * stands for {@code µ}; a typographic minus is accepted. What is refused is refused with the
 * accepted forms.
 */
public final class UnitText {
  private static final int MAX_LENGTH = 64;
  private static final Pattern FORM =
      Pattern.compile(
          "([+-]?(?:\\d{1,20}(?:\\.\\d{0,20})?|\\.\\d{1,20})(?:[eE][+-]?\\d{1,3})?)\\s*(.*)");

  private static final UnitTable FREQUENCY =
      UnitTable.of(
          "frequency",
          "193.1 THz",
          "THz",
          "1e12",
          "GHz",
          "1e9",
          "MHz",
          "1e6",
          "kHz",
          "1e3",
          "Hz",
          "1");
  private static final UnitTable WAVELENGTH =
      UnitTable.of("wavelength", "1550.12 nm", "nm", "1e-9", "µm", "1e-6");
  private static final UnitTable POWER =
      UnitTable.of(
          "power", "-10 dBm", "W", "1", "mW", "1e-3", "µW", "1e-6", "nW", "1e-9", "pW", "1e-12",
          "fW", "1e-15");
  private static final UnitTable DECIBEL = UnitTable.of("ratio in decibels", "3.5 dB", "dB", "1");
  private static final UnitTable TEMPERATURE =
      UnitTable.of("temperature", "25 °C", "°C", "1", "degC", "1", "C", "1");
  private static final UnitTable VOLTAGE =
      UnitTable.of("voltage", "2.5 V", "V", "1", "mV", "1e-3", "µV", "1e-6", "kV", "1e3");
  private static final UnitTable CURRENT =
      UnitTable.of("current", "120 mA", "A", "1", "mA", "1e-3", "µA", "1e-6", "nA", "1e-9");
  private static final UnitTable RATE =
      UnitTable.of("count rate", "1200 cps", "cps", "1", "kcps", "1e3", "Mcps", "1e6", "/s", "1");
  private static final UnitTable PHASE =
      UnitTable.of("phase", "0.5 rad", "rad", "1", "mrad", "1e-3", "deg", "0.017453292519943295");
  private static final UnitTable TIME =
      UnitTable.of(
          "time", "250 ms", "s", "1", "ms", "1e-3", "µs", "1e-6", "ns", "1e-9", "ps", "1e-12",
          "min", "60", "h", "3600", "d", "86400");
  private static final UnitTable LENGTH =
      UnitTable.of("length", "25 km", "km", "1e3", "m", "1", "cm", "1e-2", "mm", "1e-3");
  private static final UnitTable RATIO = UnitTable.of("share", "12 %", "%", "1e-2");
  private static final UnitTable LOSS_PER_LENGTH =
      UnitTable.of("loss per length", "0.2 dB/km", "dB/km", "1");
  private static final UnitTable DISPERSION =
      UnitTable.of("dispersion", "17 ps/nm/km", "ps/nm/km", "1");
  private static final UnitTable NONLINEARITY =
      UnitTable.of("nonlinearity", "1.3 /W/km", "/W/km", "1");

  private UnitText() {}

  private record Parsed(BigDecimal number, String unit) {}

  // ---- parsing

  /**
   * {@code "193.1 THz"}, {@code "193414.5 GHz"}, or a vacuum wavelength {@code "1550.12 nm"}; to
   * the hertz, half-even.
   */
  public static Frequency frequency(String text) {
    Parsed p = parse(text, FREQUENCY, WAVELENGTH.scales().keySet());
    BigDecimal scale = WAVELENGTH.scales().get(p.unit);
    long hertz;
    if (scale != null) {
      if (p.number.signum() <= 0) {
        throw refused(text, FREQUENCY, "a wavelength is positive");
      }
      BigDecimal meters = p.number.multiply(scale);
      hertz =
          whole(
              text,
              FREQUENCY,
              BigDecimal.valueOf(Frequency.SPEED_OF_LIGHT)
                  .divide(meters, 0, RoundingMode.HALF_EVEN));
    } else {
      hertz = whole(text, FREQUENCY, scaled(p, FREQUENCY));
    }
    if (hertz <= 0) {
      throw refused(text, FREQUENCY, "a frequency is positive");
    }
    return new Frequency(hertz);
  }

  public static FrequencyOffset frequencyOffset(String text) {
    return new FrequencyOffset(whole(text, FREQUENCY, scaled(parse(text, FREQUENCY), FREQUENCY)));
  }

  /** {@code "-10 dBm"} or {@code "100 µW"}. */
  public static OpticalPower power(String text) {
    Parsed p = parse(text, POWER, java.util.List.of("dBm"));
    if (p.unit.equals("dBm")) {
      double dbm = p.number.doubleValue();
      if (dbm < -300 || dbm > 100) {
        throw refused(text, POWER, "no instrument is there");
      }
      return OpticalPower.ofDbm(dbm);
    }
    return new OpticalPower(finite(text, POWER, scaled(p, POWER)));
  }

  public static Decibel decibel(String text) {
    return new Decibel(number(text, DECIBEL));
  }

  public static Attenuation attenuation(String text) {
    return new Attenuation(number(text, DECIBEL));
  }

  public static Temperature temperature(String text) {
    Parsed p = parse(text, TEMPERATURE, java.util.List.of("K"));
    BigDecimal celsius =
        p.unit.equals("K") ? p.number.subtract(new BigDecimal("273.15")) : p.number;
    return new Temperature(finite(text, TEMPERATURE, celsius));
  }

  public static Voltage voltage(String text) {
    return new Voltage(number(text, VOLTAGE));
  }

  public static Current current(String text) {
    return new Current(number(text, CURRENT));
  }

  public static CountRate countRate(String text) {
    return new CountRate(number(text, RATE));
  }

  public static Phase phase(String text) {
    return new Phase(number(text, PHASE));
  }

  public static Ratio ratio(String text) {
    return new Ratio(number(text, RATIO));
  }

  public static Picos picos(String text) {
    BigDecimal s = scaled(parse(text, TIME), TIME);
    return new Picos(whole(text, TIME, s.movePointRight(12)));
  }

  public static Duration duration(String text) {
    BigDecimal s = scaled(parse(text, TIME), TIME);
    return Duration.ofNanos(whole(text, TIME, s.movePointRight(9)));
  }

  /** A length in meters, for fibres. */
  public static double meters(String text) {
    return number(text, LENGTH);
  }

  /** A loss per length of fibre in dB/km; negative for a crosstalk that builds up. */
  public static double decibelsPerKilometer(String text) {
    return number(text, LOSS_PER_LENGTH);
  }

  /** Chromatic dispersion of a fibre in ps/(nm km). */
  public static double dispersion(String text) {
    return number(text, DISPERSION);
  }

  /** The nonlinear coefficient of a fibre in 1/(W km). */
  public static double nonlinearity(String text) {
    return number(text, NONLINEARITY);
  }

  private static double number(String text, UnitTable table) {
    return finite(text, table, scaled(parse(text, table), table));
  }

  private static double finite(String text, UnitTable table, BigDecimal value) {
    double d = value.doubleValue();
    if (Double.isInfinite(d)) {
      throw refused(text, table, "the number is too large");
    }
    return d;
  }

  private static BigDecimal scaled(Parsed p, UnitTable table) {
    BigDecimal scale = table.scales().get(p.unit);
    if (scale == null) {
      throw new IllegalStateException("parse() lets no other unit pass");
    }
    return p.number.multiply(scale);
  }

  private static long whole(String text, UnitTable table, BigDecimal value) {
    try {
      return value.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    } catch (ArithmeticException e) {
      throw refused(text, table, "the number is too large");
    }
  }

  private static Parsed parse(String text, UnitTable table) {
    return parse(text, table, java.util.List.of());
  }

  private static Parsed parse(String text, UnitTable table, Collection<String> more) {
    if (text.length() > MAX_LENGTH) {
      throw refused(text.substring(0, MAX_LENGTH) + "…", table, "the text is too long");
    }
    String t =
        text.strip().replace('\u2212', '-').replace('\u03bc', '\u00b5').replace('\u00a0', ' ');
    if (t.chars().anyMatch(Character::isISOControl)) {
      throw refused(text, table, "it holds a control character");
    }
    Matcher m = FORM.matcher(t);
    if (!m.matches()) {
      throw refused(text, table, "it does not start with a number");
    }
    String unit = m.group(2).strip();
    if (unit.startsWith(",")) {
      throw refused(text, table, "write a decimal point, not a comma");
    }
    if (unit.isEmpty()) {
      throw refused(text, table, "the unit is missing");
    }
    String micro = unit.startsWith("u") ? "µ" + unit.substring(1) : unit;
    for (String known : new String[] {unit, micro}) {
      if (table.scales().containsKey(known) || more.contains(known)) {
        return new Parsed(new BigDecimal(m.group(1)), known);
      }
    }
    if (unit.equals("mdBm")) {
      throw refused(text, table, "mdBm is no unit");
    }
    throw refused(text, table, "unknown unit '" + unit + "'" + hint(unit, table, more));
  }

  private static String hint(String unit, UnitTable table, Collection<String> more) {
    for (Map.Entry<String, BigDecimal> e : table.scales().entrySet()) {
      if (e.getKey().equalsIgnoreCase(unit)) {
        return ", upper and lower case matter: " + e.getKey();
      }
    }
    for (String s : more) {
      if (s.equalsIgnoreCase(unit)) {
        return ", upper and lower case matter: " + s;
      }
    }
    return "";
  }

  private static HalException refused(String text, UnitTable table, String why) {
    StringBuilder units = new StringBuilder(String.join(" ", table.scales().keySet()));
    if (table.equals(POWER)) {
      units.insert(0, "dBm ");
    } else if (table.equals(FREQUENCY)) {
      units.append(" nm µm");
    } else if (table.equals(TEMPERATURE)) {
      units.append(" K");
    }
    return new HalException(
            org.optihal.hal.error.Kind.CONFIGURATION,
            org.optihal.hal.error.Outcome.NOT_SENT,
            "'" + text + "' is not a " + table.name() + ": " + why)
        .advise("write for example " + table.example() + " (units: " + units + ")");
  }

  // ---- formatting

  /** All digits of the hertz, in terahertz above 1 THz: {@code 193.414500 THz}. */
  public static String format(Frequency f) {
    return hertz(f.hertz());
  }

  public static String format(FrequencyOffset f) {
    return hertz(f.hertz());
  }

  private static String hertz(long hertz) {
    String[] units = {"THz", "GHz", "MHz", "kHz"};
    int[] exponents = {12, 9, 6, 3};
    int[] decimals = {6, 3, 3, 3};
    long magnitude = Math.abs(hertz);
    for (int i = 0; i < units.length; i++) {
      if (magnitude >= (long) StrictMath.pow(10, exponents[i])) {
        BigDecimal v = BigDecimal.valueOf(hertz).movePointLeft(exponents[i]).stripTrailingZeros();
        int scale = Math.max(decimals[i], v.scale());
        return v.setScale(scale, RoundingMode.UNNECESSARY).toPlainString() + " " + units[i];
      }
    }
    return hertz + " Hz";
  }

  /** In dBm to a hundredth; zero and negative readings in watts. */
  public static String format(OpticalPower p) {
    return p.watts() > 0
        ? fixed(p.dbm(), 2) + " dBm"
        : scaledText(p.watts(), POWER, "W", "mW", "µW", "nW", "pW", "fW");
  }

  public static String format(Decibel d) {
    return fixed(d.db(), 2) + " dB";
  }

  public static String format(Attenuation a) {
    return fixed(a.db(), 2) + " dB";
  }

  public static String format(Temperature t) {
    return fixed(t.celsius(), 2) + " °C";
  }

  public static String format(Voltage v) {
    return scaledText(v.volts(), VOLTAGE, "V", "mV", "µV");
  }

  public static String format(Current c) {
    return scaledText(c.amperes(), CURRENT, "A", "mA", "µA", "nA");
  }

  public static String format(CountRate r) {
    return fixed(r.perSecond(), 1) + " cps";
  }

  public static String format(Phase p) {
    return fixed(p.radians(), 4) + " rad";
  }

  public static String format(Ratio r) {
    return fixed(r.value() * 100, 2) + " %";
  }

  public static String format(Picos p) {
    return p.value() + " ps";
  }

  public static String format(Duration d) {
    return scaledText(d.toNanos() / 1e9, TIME, "s", "ms", "µs", "ns");
  }

  private static String fixed(double value, int decimals) {
    String s = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return s.matches("-0\\.?0*") ? s.substring(1) : s;
  }

  /** The largest unit in which the value is at least one, with up to six significant digits. */
  private static String scaledText(double base, UnitTable table, String... descending) {
    String unit = descending[0];
    for (String u : descending) {
      unit = u;
      if (StrictMath.abs(base) >= factor(table, u)) {
        break;
      }
    }
    if (base == 0) {
      unit = descending[0];
    }
    BigDecimal v =
        new BigDecimal(base / factor(table, unit))
            .round(new java.math.MathContext(6, RoundingMode.HALF_EVEN));
    String digits = v.signum() == 0 ? "0" : v.stripTrailingZeros().toPlainString();
    return digits + " " + unit;
  }

  private static double factor(UnitTable table, String unit) {
    BigDecimal f = table.scales().get(unit);
    return f == null ? 1 : f.doubleValue();
  }
}
