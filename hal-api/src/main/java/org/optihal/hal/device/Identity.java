package org.optihal.hal.device;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who answered on the link.
 *
 * @param manufacturer as the device writes it
 * @param model as the device writes it
 * @param serial as the device writes it
 * @param firmware as the device writes it
 * @param more what else it tells, by name
 */
public record Identity(
    String manufacturer, String model, String serial, String firmware, Map<String, String> more) {
  public Identity {
    more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
  }

  @Override
  public String toString() {
    return manufacturer + " " + model + ", serial " + serial + ", firmware " + firmware;
  }
}
