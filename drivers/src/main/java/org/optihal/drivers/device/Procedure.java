package org.optihal.drivers.device;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.PollScheduler;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.operation.Milestone;
import org.optihal.hal.operation.OperationControl;
import org.optihal.hal.spi.ControlPoint;

/**
 * An operation of several steps. Those up to its acceptance run in the caller's thread and
 * deadline, so that what the device refuses reaches the caller; all others are run by the scheduler
 * and hold nothing in between.
 *
 * @param <T> what the operation yields
 */
public final class Procedure<T> {
  private final HalClock clock;
  private final PollScheduler scheduler;
  private final OperationControl<T> operation;
  private final Duration period;
  private final Deadline limit;
  private final ArrayDeque<Step> steps = new ArrayDeque<>();

  private record Step(String phrase, BooleanSupplier advance) {}

  /**
   * @param period between two polls of a wait
   * @param limit by when it has settled, or failed
   */
  public Procedure(
      HalClock clock,
      PollScheduler scheduler,
      OperationControl<T> operation,
      Duration period,
      Deadline limit) {
    this.clock = clock;
    this.scheduler = scheduler;
    this.operation = operation;
    this.period = period;
    this.limit = limit;
  }

  /** Sends something. */
  public Procedure<T> act(String phrase, Runnable action) {
    steps.add(
        new Step(
            phrase,
            () -> {
              action.run();
              return true;
            }));
    return this;
  }

  /** Asks again and again until it is so. */
  public Procedure<T> until(String phrase, BooleanSupplier condition) {
    steps.add(new Step(phrase, condition));
    return this;
  }

  /** Tells how far it came. */
  public Procedure<T> reach(Milestone milestone, Supplier<T> value) {
    return act(
        milestone.name().toLowerCase(java.util.Locale.ROOT),
        () -> operation.reached(milestone, value.get()));
  }

  /**
   * Runs until the device has accepted it, and leaves the rest to the scheduler.
   *
   * @throws HalException what stopped it before it was accepted
   */
  public void start() {
    try {
      while (operation.isRunning() && operation.reached().isEmpty()) {
        Step step = steps.remove();
        operation.progress(step.phrase);
        if (!step.advance.getAsBoolean()) {
          throw new IllegalStateException(
              "a wait before the device accepted anything: " + step.phrase);
        }
      }
      if (operation.reached().isEmpty()) {
        operation.await(Milestone.ACCEPTED, new Deadline(clock.nanos())); // tells why it was ended
      }
      if (!steps.isEmpty()) {
        scheduler.once(Duration.ZERO, this::poll);
      }
    } catch (HalException e) {
      operation.fail(e);
      throw e;
    }
  }

  private void advance() {
    while (operation.isRunning()) {
      Step step = steps.peek();
      if (step == null) {
        return;
      }
      operation.progress(step.phrase);
      if (step.advance.getAsBoolean()) {
        steps.remove();
      } else if (limit.hasPassed(clock)) {
        throw new HalException(
            Kind.TIMEOUT, Outcome.UNKNOWN, "still " + step.phrase + " when its time was over");
      } else {
        scheduler.once(period, this::poll);
        return;
      }
    }
  }

  private void poll() {
    try {
      advance();
    } catch (HalException e) {
      if (e.kind() == Kind.DISCONNECTED) {
        operation.lose(e);
      } else if (Line.passes(e.kind()) && !limit.hasPassed(clock)) {
        scheduler.once(period, this::poll); // the step is done again, until the limit
      } else {
        operation.fail(e);
      }
    } catch (RuntimeException e) {
      operation.fail(ControlPoint.bug(e));
      throw e;
    }
  }
}
