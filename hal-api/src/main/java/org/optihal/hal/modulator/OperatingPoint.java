package org.optihal.hal.modulator;

import java.math.BigDecimal;
import org.optihal.hal.error.HalException;
import org.optihal.hal.point.ValueType;
import org.optihal.hal.quantity.Voltage;

/**
 * Where on its transfer curve a modulator is biased, and how it is kept there. One value, because a
 * place without its regulation is half a command.
 */
public sealed interface OperatingPoint {
  /**
   * {@code off}, {@code null auto-dither}, {@code power-ratio positive 12.5:1 hold-ratio}, {@code
   * manual 2.5 V}.
   */
  ValueType<OperatingPoint> TYPE =
      ValueType.custom(
          "operating point", "", OperatingPointText::parse, Object::toString, Object::toString);

  /** A place that the transfer curve itself defines. */
  enum Place {
    PEAK,
    NULL,
    QUADRATURE_POSITIVE,
    QUADRATURE_NEGATIVE
  }

  /** No bias. Which power that lets through is up to the modulator. */
  record Off() implements OperatingPoint {
    @Override
    public String toString() {
      return "off";
    }
  }

  /** At a place of the curve. */
  record At(Place place, Regulation regulation) implements OperatingPoint {
    @Override
    public String toString() {
      return ValueType.word(place) + " " + ValueType.word(regulation);
    }
  }

  /**
   * Where the output is a given part of the input.
   *
   * @param inputToOutput input power over output power, insertion loss included; at least 1
   */
  record PowerRatio(Slope slope, double inputToOutput, Regulation regulation)
      implements OperatingPoint {
    public PowerRatio {
      if (!(inputToOutput >= 1) || Double.isInfinite(inputToOutput)) {
        throw HalException.outOfRange("a modulator's power ratio is at least 1:1");
      }
    }

    @Override
    public String toString() {
      String ratio = BigDecimal.valueOf(inputToOutput).stripTrailingZeros().toPlainString();
      return "power-ratio "
          + ValueType.word(slope)
          + " "
          + ratio
          + ":1 "
          + ValueType.word(regulation);
    }
  }

  /** At a bias voltage, whatever the curve does. */
  record Manual(Voltage voltage) implements OperatingPoint {
    @Override
    public String toString() {
      return "manual " + voltage;
    }
  }
}
