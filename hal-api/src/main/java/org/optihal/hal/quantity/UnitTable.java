package org.optihal.hal.quantity;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The units of one quantity: symbol to scale, in the order in which a message lists them.
 *
 * @param name of the quantity, for messages
 * @param example a text that is accepted
 * @param scales symbol to factor of the base unit; logarithmic units and offsets are not in here
 */
record UnitTable(String name, String example, Map<String, BigDecimal> scales) {
  static UnitTable of(String name, String example, String... symbolsAndFactors) {
    Map<String, BigDecimal> m = new LinkedHashMap<>();
    for (int i = 0; i < symbolsAndFactors.length; i += 2) {
      m.put(symbolsAndFactors[i], new BigDecimal(symbolsAndFactors[i + 1]));
    }
    return new UnitTable(name, example, m);
  }
}
