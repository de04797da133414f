package org.optihal.hal.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A passive part of the light path.
 *
 * @param id unique in the bench
 * @param kind such as {@code fibre} or {@code coupler}
 * @param parameters as text with units
 */
public record Element(String id, String kind, Map<String, String> parameters) {
  public Element {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }
}
