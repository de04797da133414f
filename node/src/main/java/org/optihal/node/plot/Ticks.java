package org.optihal.node.plot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Where an axis has its ticks, and what is written there. */
final class Ticks {
  private static final String[] PREFIXES = {"f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P"};
  private static final int NO_PREFIX = 5;
  private static final List<String> PREFIXED = List.of("W", "Hz", "s", "m", "bit/s", "V", "A");
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final int MOST_DECADES = 7;

  /** Steps of a time axis in seconds, and the unit up to which span each row is told in. */
  private static final double[] TIME_STEPS = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 14400, 21600, 43200, 86400
  };

  /**
   * @param at in the axis' own unit
   */
  record Tick(double at, String label) {}

  private final List<Tick> ticks = new ArrayList<>();
  private final String title;

  private Ticks(String title) {
    this.title = title;
  }

  List<Tick> list() {
    return ticks;
  }

  /** The axis in words, with the unit in which its ticks are told. */
  String title() {
    return title;
  }

  /** For values between two finite ones, the first less. */
  static Ticks of(Axis axis, double low, double high, int about) {
    return switch (axis.scale()) {
      case LINEAR -> linear(axis, low, high, about);
      case LOGARITHMIC -> logarithmic(axis, low, high);
      case TIME -> high - low < 2 ? linear(axis, low, high, about) : time(axis, low, high, about);
    };
  }

  private static Ticks linear(Axis axis, double low, double high, int about) {
    int thousands = thousands(axis, Math.max(Math.abs(low), Math.abs(high)));
    Ticks t = new Ticks(title(axis.label(), unit(axis, thousands)));
    int[] step = step((high - low) / about);
    double width = BigDecimal.valueOf(step[0]).scaleByPowerOfTen(step[1]).doubleValue();
    long first = (long) Math.ceil(low / width - 1e-9);
    long last = (long) Math.floor(high / width + 1e-9);
    for (long k = first; k <= last; k++) {
      BigDecimal at = BigDecimal.valueOf(k * step[0]).scaleByPowerOfTen(step[1]);
      BigDecimal shown = at.scaleByPowerOfTen(-3 * thousands);
      t.ticks.add(
          new Tick(
              at.doubleValue(),
              (shown.scale() < 0 ? shown.setScale(0) : shown).toPlainString().replace('-', '−')));
    }
    return t;
  }

  /** 1, 2 or 5 and a power of ten: the round step that is no smaller. */
  private static int[] step(double atLeast) {
    int exponent = (int) Math.floor(StrictMath.log10(atLeast));
    double mantissa = atLeast / StrictMath.pow(10, exponent);
    if (mantissa > 5) {
      return new int[] {1, exponent + 1};
    }
    return new int[] {mantissa > 2 ? 5 : mantissa > 1 ? 2 : 1, exponent};
  }

  /** The power of a thousand in which values up to this one are told. */
  private static int thousands(Axis axis, double largest) {
    if (largest == 0) {
      return 0;
    }
    int exponent = (int) Math.floor(StrictMath.log10(largest));
    if (!PREFIXED.contains(axis.unit()) && exponent >= -2 && exponent < 4) {
      return 0;
    }
    int thousands = Math.floorDiv(exponent, 3);
    return Math.max(-NO_PREFIX, Math.min(PREFIXES.length - 1 - NO_PREFIX, thousands));
  }

  private static String unit(Axis axis, int thousands) {
    if (thousands == 0) {
      return axis.unit();
    }
    if (PREFIXED.contains(axis.unit())) {
      return PREFIXES[thousands + NO_PREFIX] + axis.unit();
    }
    return (power(3 * thousands) + " " + axis.unit()).strip();
  }

  private static String title(String label, String unit) {
    return unit.isEmpty() ? label : label + " (" + unit + ")";
  }

  private static Ticks logarithmic(Axis axis, double low, double high) {
    Ticks t = new Ticks(title(axis.label(), axis.unit()));
    int from = (int) Math.floor(StrictMath.log10(low));
    int to = (int) Math.ceil(StrictMath.log10(high));
    int every = Math.max(1, (to - from + MOST_DECADES - 1) / MOST_DECADES);
    int[] digits = to - from <= 2 ? new int[] {1, 2, 5} : new int[] {1};
    for (int e = from; e <= to; e++) {
      for (int digit : digits) {
        double at = digit * StrictMath.pow(10, e);
        boolean inside = at >= low * (1 - 1e-9) && at <= high * (1 + 1e-9);
        if (inside && Math.floorMod(e, every) == 0) {
          t.ticks.add(new Tick(at, digit == 1 ? power(e) : digit + "·" + power(e)));
        }
      }
    }
    return t;
  }

  private static String power(int exponent) {
    StringBuilder s = new StringBuilder("10");
    if (exponent < 0) {
      s.append('⁻');
    }
    for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
      s.append(SUPERSCRIPTS.charAt(digit - '0'));
    }
    return s.toString();
  }

  private static Ticks time(Axis axis, double low, double high, int about) {
    double span = high - low;
    double unit = span <= 180 ? 1 : span <= 3 * 3600 ? 60 : span <= 4 * 86400 ? 3600 : 86400;
    String name = unit == 1 ? "s" : unit == 60 ? "min" : unit == 3600 ? "h" : "d";
    Ticks t = new Ticks(title(axis.label(), name));
    double step = 86400 * Math.ceil(span / about / 86400);
    for (int i = TIME_STEPS.length - 1; i >= 0; i--) {
      if (TIME_STEPS[i] >= span / about && TIME_STEPS[i] < step) {
        step = TIME_STEPS[i];
      }
    }
    for (long k = (long) Math.ceil(low / step); k * step <= high; k++) {
      BigDecimal shown = BigDecimal.valueOf(k * step / unit).stripTrailingZeros();
      t.ticks.add(new Tick(k * step, shown.toPlainString().replace('-', '−')));
    }
    return t;
  }
}
