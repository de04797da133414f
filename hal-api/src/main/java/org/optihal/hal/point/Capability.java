package org.optihal.hal.point;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.error.HalException;

/**
 * What a point can take or show.
 *
 * @param min lowest value, or null when not bounded or not known
 * @param max highest value, or null
 * @param step the device's resolution as text with unit, or empty when not known; values are
 *     rounded half-even to it
 * @param choices the allowed values when they can be listed, else empty
 * @param origin how this is known
 */
public record Capability<T>(
    @Nullable T min, @Nullable T max, String step, List<T> choices, Origin origin) {
  /** How a capability is known. */
  public enum Origin {
    /** The device was asked. */
    QUERIED,
    DATA_SHEET,
    CALIBRATED,
    ASSUMED
  }

  public Capability {
    choices = List.copyOf(choices);
  }

  /** No bound known. */
  public static <T> Capability<T> unbounded(Origin origin) {
    return new Capability<>(null, null, "", List.of(), origin);
  }

  public static <T> Capability<T> range(T min, T max, String step, Origin origin) {
    return new Capability<>(min, max, step, List.of(), origin);
  }

  public static <T> Capability<T> choices(List<T> choices, Origin origin) {
    return new Capability<>(null, null, "", choices, origin);
  }

  public Optional<T> lowest() {
    return Optional.ofNullable(min);
  }

  public Optional<T> highest() {
    return Optional.ofNullable(max);
  }

  /**
   * Throws before a byte is sent.
   *
   * @throws HalException OUT_OF_RANGE, with the range in the type's units
   */
  public void check(T value, ValueType<T> type, Comparator<? super T> order) {
    boolean low = min != null && order.compare(value, min) < 0;
    boolean high = max != null && order.compare(value, max) > 0;
    boolean foreign = !choices.isEmpty() && !choices.contains(value);
    if (low || high || foreign) {
      throw HalException.outOfRange(type.format(value) + " is outside " + describe(type));
    }
  }

  /** {@code 191.5 THz to 196.25 THz, step 1 MHz}, or the choices. */
  public String describe(ValueType<T> type) {
    StringBuilder s = new StringBuilder();
    if (!choices.isEmpty()) {
      s.append(String.join(" | ", choices.stream().map(type::format).toList()));
    } else if (min != null && max != null) {
      s.append(type.format(min)).append(" to ").append(type.format(max));
    } else if (min != null) {
      s.append("at least ").append(type.format(min));
    } else if (max != null) {
      s.append("at most ").append(type.format(max));
    } else {
      s.append(type.words().isEmpty() ? "not bounded" : String.join(" | ", type.words()));
    }
    if (!step.isEmpty()) {
      s.append(", step ").append(step);
    }
    return s.toString();
  }
}
