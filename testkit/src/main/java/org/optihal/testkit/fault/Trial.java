package org.optihal.testkit.fault;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.optihal.hal.Hal;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.error.HalException;
import org.optihal.hal.point.Quality;
import org.optihal.hal.point.Reading;
import org.optihal.hal.point.Sensor;
import org.optihal.hal.spi.Emulation;
import org.optihal.hal.spi.Truth;

/** One run of a campaign: its bench, and the rules that hold whatever goes wrong. */
public final class Trial {
  private final Hal hal;
  private final Emulation emulation;
  private final FaultPlan plan;
  private final SplittableRandom random;
  private final Tally tally;

  Trial(Hal hal, Emulation emulation, FaultPlan plan, SplittableRandom random, Tally tally) {
    this.hal = hal;
    this.emulation = emulation;
    this.plan = plan;
    this.random = random;
    this.tally = tally;
  }

  public Hal hal() {
    return hal;
  }

  public HalClock clock() {
    return hal.clock();
  }

  public Truth truth() {
    return emulation.truth();
  }

  /** For choices of the scenario, the same for the same seed. */
  public SplittableRandom random() {
    return random;
  }

  /** Whether the faults are over. */
  public boolean isQuiet() {
    return clock().nanos() > plan.end().toNanos();
  }

  /**
   * A call that may fail with a {@link HalException}, and must end by its deadline to the
   * nanosecond.
   *
   * @return what it returned, or empty when it failed
   */
  public <T> Optional<T> call(String what, Duration time, Function<Deadline, T> call) {
    Deadline deadline = Deadline.in(clock(), time);
    Optional<T> result;
    try {
      result = Optional.of(call.apply(deadline));
      tally.called();
    } catch (HalException e) {
      tally.failed(e.kind());
      result = Optional.empty();
    }
    long late = clock().nanos() - deadline.nanos();
    if (late > 0) {
      throw new AssertionError(what + " ended " + late + " ns after its deadline of " + time);
    }
    return result;
  }

  /**
   * Reads a sensor, under the rule that no wrong value is ever GOOD.
   *
   * @param isTrue whether a value can be true, as far as the emulation knows; asked after the read
   */
  public <T> Optional<Reading<T>> read(Sensor<T> sensor, Duration time, Predicate<T> isTrue) {
    Optional<Reading<T>> reading = call("reading " + sensor.address(), time, sensor::read);
    if (reading.isPresent() && reading.get().quality() == Quality.GOOD) {
      T value = reading.get().value();
      tally.read();
      if (!isTrue.test(value)) {
        throw new AssertionError(
            sensor.address()
                + " reads "
                + sensor.type().format(value)
                + " with quality GOOD, and in truth it is otherwise: "
                + truth().state(sensor.address().device()));
      }
    }
    return reading;
  }

  /** Waits until something holds, which must be within {@code patience}. */
  public void until(String what, Duration patience, BooleanSupplier condition) {
    Deadline deadline = Deadline.in(clock(), patience);
    while (!condition.getAsBoolean()) {
      if (deadline.hasPassed(clock())) {
        throw new AssertionError(what + " did not come true within " + patience + "; " + devices());
      }
      clock().sleep(Duration.ofMillis(20));
    }
  }

  /** How the devices are, for a message. */
  private String devices() {
    return hal.devices().stream()
        .map(d -> d.id() + " is " + d.state().word() + " " + d.health().reasons())
        .collect(Collectors.joining(", "));
  }
}
