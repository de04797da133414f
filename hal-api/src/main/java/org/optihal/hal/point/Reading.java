package org.optihal.hal.point;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;

/**
 * A value with its quality, origin and time.
 *
 * @param <T> the value's type
 */
public final class Reading<T> {
  private final @Nullable T value;
  private final Quality quality;
  private final Source source;
  private final Instant time;
  private final long nanos;
  private final @Nullable Duration window;
  private final @Nullable Double sigma;
  private final Map<String, String> context;

  private Reading(
      @Nullable T value,
      Quality quality,
      Source source,
      Instant time,
      long nanos,
      @Nullable Duration window,
      @Nullable Double sigma,
      Map<String, String> context) {
    this.value = value;
    this.quality = quality;
    this.source = source;
    this.time = time;
    this.nanos = nanos;
    this.window = window;
    this.sigma = sigma;
    this.context = Collections.unmodifiableMap(new TreeMap<>(context)); // one order in every run
  }

  /** A value taken now. */
  public static <T> Reading<T> of(HalClock clock, T value, Quality quality, Source source) {
    return new Reading<>(value, quality, source, clock.wall(), clock.nanos(), null, null, Map.of());
  }

  /** A good value taken now. */
  public static <T> Reading<T> good(HalClock clock, T value, Source source) {
    return of(clock, value, Quality.GOOD, source);
  }

  /**
   * No value: {@link Quality#ABSENT} or {@link Quality#BAD}, with the reason under {@code reason}.
   */
  public static <T> Reading<T> none(HalClock clock, Quality quality, String reason) {
    return new Reading<>(
        null,
        quality,
        Source.ASSUMED,
        clock.wall(),
        clock.nanos(),
        null,
        null,
        Map.of("reason", reason));
  }

  /**
   * The value.
   *
   * @throws HalException NOT_READY when the quality is neither GOOD nor UNCERTAIN: a bound is no
   *     value
   */
  public T value() {
    T v = value;
    if (v == null || !isUsable()) {
      throw new HalException(
          Kind.NOT_READY,
          Outcome.NOT_APPLICABLE,
          "no usable value: " + ValueType.word(quality) + (context.isEmpty() ? "" : " " + context));
    }
    return v;
  }

  /** The value, or the bound of a reading out of range; empty when there is neither. */
  public Optional<T> valueOrBound() {
    return Optional.ofNullable(value);
  }

  public boolean isUsable() {
    return value != null && (quality == Quality.GOOD || quality == Quality.UNCERTAIN);
  }

  public Quality quality() {
    return quality;
  }

  public Source source() {
    return source;
  }

  /** Wall time, for people and records. */
  public Instant time() {
    return time;
  }

  /** Monotonic time of the clock it was taken on. */
  public long nanos() {
    return nanos;
  }

  /** Over which time it was averaged, where the device says so. */
  public Optional<Duration> window() {
    return Optional.ofNullable(window);
  }

  /** Standard deviation in the type's canonical unit, where known. */
  public OptionalDouble sigma() {
    return sigma == null ? OptionalDouble.empty() : OptionalDouble.of(sigma);
  }

  /** What the value depends on, such as {@code floor} or {@code wavelength}. */
  public Map<String, String> context() {
    return context;
  }

  public boolean isStale(HalClock clock, Duration maxAge) {
    return clock.nanos() - nanos > maxAge.toNanos();
  }

  public Reading<T> with(String key, String text) {
    Map<String, String> more = new TreeMap<>(context);
    more.put(key, text);
    return new Reading<>(value, quality, source, time, nanos, window, sigma, more);
  }

  public Reading<T> window(Duration duration) {
    return new Reading<>(value, quality, source, time, nanos, duration, sigma, context);
  }

  public Reading<T> sigma(double standardDeviation) {
    return new Reading<>(value, quality, source, time, nanos, window, standardDeviation, context);
  }

  public Reading<T> quality(Quality worse) {
    return new Reading<>(value, worse, source, time, nanos, window, sigma, context);
  }

  /** The same reading of something calculated from this value; the source stays what it is. */
  public <U> Reading<U> map(Function<? super T, U> function) {
    T v = value;
    return new Reading<>(
        v == null ? null : function.apply(v), quality, source, time, nanos, window, null, context);
  }

  /** Text for a person: {@code -10.02 dBm}, {@code < -40.00 dBm}, {@code bad (no answer)}. */
  public String format(ValueType<T> type) {
    String text = value == null ? "" : type.format(value);
    return switch (quality) {
      case GOOD -> text;
      case UNCERTAIN -> text + " ?";
      case BELOW_RANGE -> "< " + text;
      case OVER_RANGE -> "> " + text;
      case ABSENT, BAD -> {
        String reason = context.get("reason");
        yield ValueType.word(quality) + (reason == null ? "" : " (" + reason + ")");
      }
    };
  }

  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof Reading<?> r
        && Objects.equals(value, r.value)
        && quality == r.quality
        && source == r.source
        && nanos == r.nanos
        && time.equals(r.time)
        && Objects.equals(window, r.window)
        && Objects.equals(sigma, r.sigma)
        && context.equals(r.context);
  }

  @Override
  public int hashCode() {
    return Objects.hash(value, quality, source, nanos);
  }

  @Override
  public String toString() {
    return ValueType.word(quality)
        + " "
        + value
        + " ("
        + ValueType.word(source)
        + ", "
        + time
        + ")"
        + (context.isEmpty() ? "" : " " + context);
  }
}
