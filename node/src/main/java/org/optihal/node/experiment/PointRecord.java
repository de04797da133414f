package org.optihal.node.experiment;

import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.error.HalException;
import org.optihal.hal.point.Reading;
import org.optihal.hal.point.Sensor;
import org.optihal.hal.point.ValueType;

/** What a driver read of one point in a run, beside the truth where that is known. */
public final class PointRecord {
  /** Answers the true value, in the unit of the point; empty where there is none. */
  interface True {
    OptionalDouble now();
  }

  private final Sensor<?> sensor;
  private final Duration period;
  private final Optional<True> truth;
  private final Track readings = new Track();
  private final Track deviations = new Track();
  private final TreeMap<String, Integer> unusable = new TreeMap<>();
  private int count;
  private String last = "";

  PointRecord(Sensor<?> sensor, Duration period, Optional<True> truth) {
    this.sensor = sensor;
    this.period = period;
    this.truth = truth;
  }

  void read(HalClock clock, long begin) {
    count++;
    try {
      take(sensor, clock, begin);
    } catch (HalException e) {
      unusable.merge(ValueType.word(e.kind()), 1, Integer::sum);
      last = "no answer (" + ValueType.word(e.kind()) + ")";
    }
  }

  private <T> void take(Sensor<T> from, HalClock clock, long begin) {
    Reading<T> reading = from.read();
    last = reading.format(from.type());
    if (!reading.isUsable()) {
      unusable.merge(ValueType.word(reading.quality()), 1, Integer::sum);
      return;
    }
    if (from.type().canonical(reading.value()) instanceof Number number) {
      double second = (clock.nanos() - begin) / 1e9;
      double value = number.doubleValue();
      readings.add(second, value);
      OptionalDouble real = truth.map(True::now).orElse(OptionalDouble.empty());
      real.ifPresent(is -> deviations.add(second, deviation(value, is)));
    }
  }

  /** Powers by their ratio in decibels, all else by the difference. */
  private double deviation(double value, double real) {
    return isPower() ? 10 * StrictMath.log10(value / real) : value - real;
  }

  private boolean isPower() {
    return sensor.type().unit().equals("W");
  }

  public String address() {
    return sensor.address().toString();
  }

  public Duration period() {
    return period;
  }

  /** Of its values, as in {@link #readings}. */
  public String unit() {
    return sensor.type().unit();
  }

  /** How often it was asked. */
  public int count() {
    return count;
  }

  /** How often no usable value came, by quality or kind of error. */
  public SortedMap<String, Integer> unusable() {
    return Collections.unmodifiableSortedMap(unusable);
  }

  /** The last reading as text. */
  public String last() {
    return last;
  }

  /** Values of numeric points. */
  public Track readings() {
    return readings;
  }

  /** Reading less truth, where that is known. */
  public Track deviations() {
    return deviations;
  }

  /** Unit of the deviations. */
  public String deviationUnit() {
    return isPower() ? "dB" : unit();
  }
}
