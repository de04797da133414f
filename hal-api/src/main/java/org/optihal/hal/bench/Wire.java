package org.optihal.hal.bench;

import java.util.List;

/**
 * Fibre pigtails from the first end through elements to the last one. Its direction is that of the
 * main path of the elements it passes; light goes both ways where they let it.
 *
 * @param ends at least two
 * @param place where it was written, such as {@code bench.yaml:20:5}, or empty
 */
public record Wire(List<WireEnd> ends, String place) {
  public Wire {
    ends = List.copyOf(ends);
  }

  /** One that was written nowhere. */
  public Wire(List<WireEnd> ends) {
    this(ends, "");
  }

  @Override
  public String toString() {
    return String.join(" -> ", ends.stream().map(WireEnd::toString).toList());
  }
}
