package org.optihal.hal.bench;

import org.optihal.hal.error.HalException;
import org.optihal.hal.point.Address;

/**
 * One of the values that a meter gives, {@code bb84.key-rate}.
 *
 * @param meter id of the meter
 * @param quantity its name there, such as {@code key-rate}
 */
public record MeterQuantity(String meter, String quantity) {
  /**
   * Reads {@code meter.quantity}.
   *
   * @throws HalException CONFIGURATION with the accepted form
   */
  public static MeterQuantity parse(String text) {
    String t = text.strip();
    int dot = t.indexOf('.');
    if (dot < 0 || !Address.isId(t.substring(0, dot)) || !Address.isId(t.substring(dot + 1))) {
      throw HalException.configuration("'" + Quoted.of(text) + "' names no value of a meter")
          .advise("write meter.quantity, such as bb84.key-rate");
    }
    return new MeterQuantity(t.substring(0, dot), t.substring(dot + 1));
  }

  @Override
  public String toString() {
    return meter + "." + quantity;
  }
}
