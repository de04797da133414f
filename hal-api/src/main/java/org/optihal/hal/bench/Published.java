package org.optihal.hal.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.optihal.hal.error.HalException;

/**
 * What a publication says about a value: {@code 0.41 kbit/s}, {@code > 0 bit/s}, {@code < 11 %},
 * {@code > other.noise}, or {@code unknown}.
 */
public sealed interface Published {
  /** How our value stands to what was published. */
  enum Relation {
    /** The same within the tolerance. */
    EQUAL,
    ABOVE,
    BELOW
  }

  /**
   * A number.
   *
   * @param value in {@code unit}
   * @param unit {@code bit/s}, {@code dBm}, {@code dB}, {@code dB/km}, {@code m}, {@code 1/s},
   *     {@code W}, {@code SNU}, {@code s}, or empty for a plain number or a share
   */
  record Value(Relation relation, double value, String unit) implements Published {
    /** Whether equal steps in this unit are equal factors of the thing itself. */
    public boolean isLogarithmic() {
      return unit.equals("dBm") || unit.equals("dB");
    }
  }

  /**
   * An ordering of two of our own values.
   *
   * @param relation ABOVE or BELOW
   * @param of the other value
   */
  record Order(Relation relation, MeterQuantity of) implements Published {}

  /** A figure that is in no source we could read; ours is told without a verdict. */
  record Unknown() implements Published {}

  /**
   * Reads the text of a figure.
   *
   * @throws HalException CONFIGURATION with the accepted forms
   */
  static Published parse(String text) {
    return Parser.parse(text);
  }

  /** The grammar. */
  final class Parser {
    private static final int MAX_LENGTH = 100;
    private static final Pattern NUMBER =
        Pattern.compile("([+-]?\\d{1,20}(?:\\.\\d{0,20})?(?:[eE][+-]?\\d{1,3})?)\\s*(.*)");
    private static final Map<String, Unit> UNITS = new LinkedHashMap<>();

    static {
      UNITS.put("bit/s", new Unit("bit/s", 1));
      UNITS.put("kbit/s", new Unit("bit/s", 1e3));
      UNITS.put("Mbit/s", new Unit("bit/s", 1e6));
      UNITS.put("dBm", new Unit("dBm", 1));
      UNITS.put("dB", new Unit("dB", 1));
      UNITS.put("dB/km", new Unit("dB/km", 1));
      UNITS.put("km", new Unit("m", 1e3));
      UNITS.put("1/s", new Unit("1/s", 1));
      UNITS.put("W", new Unit("W", 1));
      UNITS.put("SNU", new Unit("SNU", 1));
      UNITS.put("%", new Unit("", 1e-2));
      UNITS.put("s", new Unit("s", 1));
      UNITS.put("ns", new Unit("s", 1e-9));
      UNITS.put("ps", new Unit("s", 1e-12));
      UNITS.put("", new Unit("", 1));
    }

    private record Unit(String base, double scale) {}

    private Parser() {}

    private static Published parse(String text) {
      String t = text.strip().replace('\u2212', '-');
      if (t.length() > MAX_LENGTH) {
        throw refused(text, "");
      }
      if (t.equals("unknown")) {
        return new Unknown();
      }
      Relation relation =
          t.startsWith(">") ? Relation.ABOVE : t.startsWith("<") ? Relation.BELOW : Relation.EQUAL;
      String operand = relation == Relation.EQUAL ? t : t.substring(1).strip();
      boolean name = !operand.isEmpty() && operand.charAt(0) >= 'a' && operand.charAt(0) <= 'z';
      return name && relation != Relation.EQUAL
          ? new Order(relation, MeterQuantity.parse(operand))
          : value(relation, operand, text);
    }

    private static Value value(Relation relation, String operand, String text) {
      Matcher m = NUMBER.matcher(operand);
      if (!m.matches()) {
        throw refused(text, "");
      }
      String word = m.group(2).strip();
      Unit unit = UNITS.get(word);
      if (unit == null) {
        throw refused(
            text,
            word.startsWith(",")
                ? ": write a decimal point, not a comma"
                : ": unknown unit '" + word + "'");
      }
      double value = Double.parseDouble(m.group(1)) * unit.scale;
      if (!Double.isFinite(value)) {
        throw refused(text, ": the number is too large");
      }
      return new Value(relation, value, unit.base);
    }

    private static HalException refused(String text, String why) {
      String units = String.join(" ", UNITS.keySet()).strip();
      return HalException.configuration("'" + Quoted.of(text) + "' is not a published figure" + why)
          .advise(
              "write for example 0.41 kbit/s, > 0 bit/s, > other.noise or unknown (units: "
                  + units
                  + ")");
    }
  }
}
