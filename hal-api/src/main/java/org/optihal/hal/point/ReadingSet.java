package org.optihal.hal.point;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Readings of one instant, such as the frozen monitors of a module.
 *
 * @param time when the device froze them
 * @param readings by point name, in the device's order
 */
public record ReadingSet(Instant time, Map<String, Reading<?>> readings) {
  public ReadingSet {
    readings = Collections.unmodifiableMap(new LinkedHashMap<>(readings));
  }
}
