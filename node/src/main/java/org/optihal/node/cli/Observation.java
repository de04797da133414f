package org.optihal.node.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.error.HalException;
import org.optihal.hal.point.Address;
import org.optihal.hal.point.Quality;
import org.optihal.hal.point.Reading;
import org.optihal.hal.point.Sensor;
import org.optihal.hal.point.ValueType;

/**
 * A reading of a point, as it is shown.
 *
 * @param <T> the value's type
 */
record Observation<T>(Address address, ValueType<T> type, Reading<T> reading) {
  private static final DateTimeFormatter TIME_OF_DAY =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Asks the device. */
  static <T> Observation<T> read(Sensor<T> sensor) {
    return new Observation<>(sensor.address(), sensor.type(), sensor.read());
  }

  /** In place of an answer: a bad reading with the reason. */
  static <T> Observation<T> failed(Sensor<T> sensor, HalClock clock, HalException reason) {
    return new Observation<>(
        sensor.address(), sensor.type(), Reading.none(clock, Quality.BAD, reason.what()));
  }

  /** For people, without the address: {@code 193.100000 THz}. */
  String text() {
    return reading.format(type);
  }

  Map<String, @Nullable Object> json() {
    Object value = reading.valueOrBound().map(type::canonical).orElse(null);
    Map<String, @Nullable Object> object =
        Json.object(
            "address", address,
            "value", reading.isUsable() ? value : null,
            "unit", type.unit(),
            "text", text(),
            "quality", ValueType.word(reading.quality()),
            "source", ValueType.word(reading.source()),
            "time", reading.time(),
            "context", new TreeMap<>(reading.context()));
    if (!reading.isUsable() && value != null) {
      object.put("bound", value);
    }
    reading.sigma().ifPresent(sigma -> object.put("sigma", sigma));
    reading.window().ifPresent(window -> object.put("window", window.toNanos() / 1e9));
    return object;
  }

  /** {@code 12:00:00.000Z}: lines of one run need no date. */
  static String timeOfDay(Instant time) {
    return TIME_OF_DAY.format(time);
  }
}
