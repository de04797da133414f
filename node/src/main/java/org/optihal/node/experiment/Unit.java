package org.optihal.node.experiment;

import java.util.Locale;

/** What values of a meter are told in; the symbols are those of published figures. */
public enum Unit {
  BITS_PER_SECOND("bit/s"),
  DBM("dBm"),
  DECIBEL("dB"),
  PER_SECOND("1/s"),
  SHOT_NOISE("SNU"),
  SECONDS("s"),
  /** A share, shown in percent. */
  SHARE(""),
  NUMBER("");

  private static final String[] PREFIXES = {"p", "n", "µ", "m", "", "k", "M", "G", "T"};
  private static final int NO_PREFIX = 4;

  private final String symbol;

  Unit(String symbol) {
    this.symbol = symbol;
  }

  /** As in a bench file; empty for a plain number. */
  public String symbol() {
    return symbol;
  }

  /** Text for people, with its unit. */
  public String format(double value) {
    if (Double.isNaN(value)) {
      return "no value";
    }
    if (Double.isInfinite(value)) {
      return (value < 0 ? "-∞ " : "∞ ") + symbol;
    }
    return switch (this) {
      case DBM, DECIBEL ->
          String.format(Locale.ROOT, "%.2f %s", Math.abs(value) < 0.005 ? 0 : value, symbol);
      case SHARE -> digits(100 * value) + " %";
      case BITS_PER_SECOND, SECONDS -> prefixed(value);
      case PER_SECOND, SHOT_NOISE, NUMBER -> (digits(value) + " " + symbol).strip();
    };
  }

  private String prefixed(double value) {
    int thousands =
        value == 0 ? 0 : Math.floorDiv((int) Math.floor(StrictMath.log10(Math.abs(value))), 3);
    thousands = Math.max(-NO_PREFIX, Math.min(PREFIXES.length - 1 - NO_PREFIX, thousands));
    double scaled = value / StrictMath.pow(1000, thousands);
    return digits(scaled) + " " + PREFIXES[thousands + NO_PREFIX] + symbol;
  }

  /** Three significant digits. */
  private static String digits(double value) {
    double size = Math.abs(value);
    if (size == 0) {
      return "0";
    }
    if (size < 1e-3 || size >= 1e5) {
      return String.format(Locale.ROOT, "%.2e", value);
    }
    int before = (int) Math.floor(StrictMath.log10(size));
    return String.format(Locale.ROOT, "%." + Math.max(0, 2 - before) + "f", value);
  }
}
