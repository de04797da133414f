package org.optihal.node.plot;

/**
 * One axis of a plot.
 *
 * @param label what is shown along it
 * @param unit such as {@code bit/s}, or empty; large and small values get its SI prefix, or a power
 *     of ten where the unit takes none
 */
public record Axis(String label, String unit, Scale scale) {
  /** How values become distances. */
  public enum Scale {
    LINEAR,
    /** Equal factors are equal distances; what is not above zero is left out. */
    LOGARITHMIC,
    /** Seconds, told in the unit that suits their span, up to days. */
    TIME
  }

  public static Axis linear(String label, String unit) {
    return new Axis(label, unit, Scale.LINEAR);
  }

  public static Axis logarithmic(String label, String unit) {
    return new Axis(label, unit, Scale.LOGARITHMIC);
  }

  public static Axis time(String label) {
    return new Axis(label, "s", Scale.TIME);
  }
}
