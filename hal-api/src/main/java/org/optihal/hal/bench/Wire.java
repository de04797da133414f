package org.optihal.hal.bench;

import java.util.List;

/**
 * Light flows from the first end through elements to the last one.
 *
 * @param ends at least two
 */
public record Wire(List<WireEnd> ends) {
  public Wire {
    ends = List.copyOf(ends);
  }

  @Override
  public String toString() {
    return String.join(" -> ", ends.stream().map(WireEnd::toString).toList());
  }
}
