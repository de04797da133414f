package org.optihal.hal.roadm;

import org.optihal.hal.error.HalException;
import org.optihal.hal.quantity.Frequency;
import org.optihal.hal.quantity.FrequencyOffset;
import org.optihal.hal.quantity.Slot;

/** Which part of the light a cross-connect carries. */
public sealed interface Spectrum {
  /** All light of the fiber. */
  record WholeFiber() implements Spectrum {
    @Override
    public String toString() {
      return "whole-fiber";
    }
  }

  /**
   * The light between two frequencies, exact to the hertz.
   *
   * @param upper above {@code lower}; neighbors may share an edge
   */
  record Interval(Frequency lower, Frequency upper) implements Spectrum {
    public Interval {
      if (lower.compareTo(upper) >= 0) {
        throw HalException.outOfRange("a spectrum from " + lower + " to " + upper + " is empty");
      }
    }

    public FrequencyOffset width() {
      return upper.minus(lower);
    }

    @Override
    public String toString() {
      return lower + ".." + upper;
    }
  }

  static Spectrum wholeFiber() {
    return new WholeFiber();
  }

  static Spectrum of(Slot slot) {
    return new Interval(slot.lower(), slot.upper());
  }

  /** Whether both carry some of the same light; touching edges do not. */
  default boolean overlaps(Spectrum other) {
    return !(this instanceof Interval a)
        || !(other instanceof Interval b)
        || (a.lower().compareTo(b.upper()) < 0 && b.lower().compareTo(a.upper()) < 0);
  }
}
