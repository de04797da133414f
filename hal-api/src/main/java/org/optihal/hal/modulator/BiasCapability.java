package org.optihal.hal.modulator;

import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.error.HalException;
import org.optihal.hal.point.Capability;
import org.optihal.hal.point.ValueType;
import org.optihal.hal.quantity.Voltage;

/**
 * Which operating points a controller can keep.
 *
 * @param places of the curve, each with the regulation it can have
 * @param ratios power ratios, or null when it keeps none
 * @param voltages manual voltages, or null when there is no manual mode
 * @param slopeSeenAt where a positive slope is positive
 */
public record BiasCapability(
    Set<OperatingPoint.At> places,
    @Nullable Ratios ratios,
    @Nullable Capability<Voltage> voltages,
    SlopeSeenAt slopeSeenAt) {
  /**
   * Power ratios that can be kept.
   *
   * @param min input over output
   * @param max input over output
   */
  public record Ratios(double min, double max, Set<Regulation> regulations) {
    public Ratios {
      regulations = Set.copyOf(regulations);
    }
  }

  /** The light that a slope refers to: an internal tap often sees the complement of the output. */
  public enum SlopeSeenAt {
    OUTPUT,
    TAP,
    UNKNOWN
  }

  public BiasCapability {
    places = Set.copyOf(places);
  }

  /**
   * Throws before a byte is sent.
   *
   * @throws HalException OUT_OF_RANGE
   */
  public void check(OperatingPoint point) {
    if (point instanceof OperatingPoint.Manual manual && voltages != null) {
      voltages.check(manual.voltage(), ValueType.VOLTAGE, Comparator.naturalOrder());
    } else if (!allows(point)) {
      throw HalException.outOfRange("the controller cannot keep '" + point + "'");
    }
  }

  private boolean allows(OperatingPoint point) {
    if (point instanceof OperatingPoint.At at) {
      return places.contains(at);
    }
    if (point instanceof OperatingPoint.PowerRatio ratio) {
      return ratios != null
          && ratio.inputToOutput() >= ratios.min()
          && ratio.inputToOutput() <= ratios.max()
          && ratios.regulations().contains(ratio.regulation());
    }
    return point instanceof OperatingPoint.Off;
  }
}
