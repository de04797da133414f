package org.optihal.hal.bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.optihal.hal.error.HalException;

/**
 * How far from a published figure still counts as equal: {@code 3 dB}, {@code factor 2}, {@code 10
 * %}, or {@code 0.5 % absolute}.
 *
 * @param value in decibels, as a factor above one, or as a share
 */
public record Tolerance(Kind kind, double value) {
  private static final String NUMBER = "(\\d{1,20}(?:\\.\\d{0,20})?(?:[eE][+-]?\\d{1,3})?)";
  private static final Pattern FACTOR = Pattern.compile("factor\\s+" + NUMBER);
  private static final Pattern OTHER = Pattern.compile(NUMBER + "\\s*(dB|%|%\\s+absolute)");
  private static final int MAX_LENGTH = 64;

  /** What is bounded. */
  public enum Kind {
    /** The ratio, either way. */
    DECIBEL,
    /** The ratio, either way. */
    FACTOR,
    /** The difference, as a share of what was published. */
    PERCENT,
    /** The difference of two shares. */
    ABSOLUTE_PERCENT
  }

  public Tolerance {
    if (!(Double.isFinite(value) && value > (kind == Kind.FACTOR ? 1 : 0))) {
      throw HalException.configuration(
          kind == Kind.FACTOR ? "a factor of tolerance is above one" : "a tolerance is above zero");
    }
  }

  /**
   * Reads a tolerance.
   *
   * @throws HalException CONFIGURATION with the accepted forms
   */
  public static Tolerance parse(String text) {
    String t = text.strip();
    if (t.length() <= MAX_LENGTH) {
      Matcher factor = FACTOR.matcher(t);
      if (factor.matches()) {
        return new Tolerance(Kind.FACTOR, Double.parseDouble(factor.group(1)));
      }
      Matcher other = OTHER.matcher(t);
      if (other.matches()) {
        double number = Double.parseDouble(other.group(1));
        return switch (other.group(2)) {
          case "dB" -> new Tolerance(Kind.DECIBEL, number);
          case "%" -> new Tolerance(Kind.PERCENT, number / 100);
          default -> new Tolerance(Kind.ABSOLUTE_PERCENT, number / 100);
        };
      }
    }
    throw HalException.configuration("'" + Quoted.of(text) + "' is not a tolerance")
        .advise("write for example 3 dB, factor 2, 10 % or 0.5 % absolute");
  }

  /**
   * Whether our value agrees. A ratio of values of unlike sign, or with one of them zero, never
   * does; nor does what is not a number.
   *
   * @param logarithmicUnit whether both are in decibels: then a ratio is their difference
   * @throws IllegalArgumentException when shares are told in decibels
   */
  public boolean holds(double ours, double published, boolean logarithmicUnit) {
    if (kind == Kind.ABSOLUTE_PERCENT) {
      if (logarithmicUnit) {
        throw new IllegalArgumentException("values in decibels are no shares");
      }
      return StrictMath.abs(ours - published) <= value;
    }
    if (!Double.isFinite(ours) || !Double.isFinite(published)) {
      return false;
    }
    if (ours == published) {
      return true;
    }
    if (kind == Kind.PERCENT) {
      return logarithmicUnit
          ? StrictMath.abs(StrictMath.pow(10, (ours - published) / 10) - 1) <= value
          : StrictMath.abs(ours - published) <= value * StrictMath.abs(published);
    }
    double decibels = kind == Kind.DECIBEL ? value : 10 * StrictMath.log10(value);
    double apart = logarithmicUnit ? ours - published : 10 * StrictMath.log10(ours / published);
    return StrictMath.abs(apart) <= decibels;
  }
}
