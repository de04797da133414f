package org.optihal.hal.roadm;

import java.util.List;

/**
 * What became of a change set, by read-back.
 *
 * @param items one for each change, in its order
 * @param actual what the device does now
 */
public record ChangeResult(List<Item> items, FabricState actual) {
  /**
   * What became of one change.
   *
   * @param reason empty when it was applied
   */
  public record Item(Change change, Fate fate, String reason) {}

  /** What is known of one change. */
  public enum Fate {
    APPLIED,
    NOT_APPLIED,
    UNKNOWN
  }

  /** What is known of all of them. */
  public enum Overall {
    COMPLETE,
    /** Some applied, or some unknown: look at {@link #actual}. */
    PARTIAL,
    NOTHING_APPLIED
  }

  public ChangeResult {
    items = List.copyOf(items);
  }

  public Overall overall() {
    if (items.stream().allMatch(i -> i.fate() == Fate.APPLIED)) {
      return Overall.COMPLETE;
    }
    return items.stream().allMatch(i -> i.fate() == Fate.NOT_APPLIED)
        ? Overall.NOTHING_APPLIED
        : Overall.PARTIAL;
  }
}
