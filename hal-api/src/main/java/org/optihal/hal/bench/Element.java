package org.optihal.hal.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A part of the light path that no driver speaks to.
 *
 * @param id unique in the bench
 * @param kind such as {@code fibre} or {@code coupler}
 * @param parameters as text with units
 * @param place where it was written, such as {@code bench.yaml:12:3}, or empty
 */
public record Element(String id, String kind, Map<String, String> parameters, String place) {
  public Element {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** One that was written nowhere. */
  public Element(String id, String kind, Map<String, String> parameters) {
    this(id, kind, parameters, "");
  }

  /** A copy with one parameter replaced or added. */
  public Element with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(parameters);
    changed.put(name, value);
    return new Element(id, kind, changed, place);
  }

  /** What messages call it, with its place where that is known. */
  @Override
  public String toString() {
    return kind + " " + id + (place.isEmpty() ? "" : " (" + place + ")");
  }
}
