package org.optihal.hal.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.Signal;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;

/**
 * The driver's side of an operation. The first end wins: whatever is told after it has no effect.
 *
 * @param <T> what the operation yields
 */
public final class OperationControl<T> implements Operation<T> {
  private final HalClock clock;
  private final String what;
  private final List<Signal> waiters = new ArrayList<>();
  private State state = State.RUNNING;
  private @Nullable Milestone reached;
  private @Nullable T result;
  private @Nullable HalException failure;
  private String progress = "requested";
  private Supplier<Cancellation> onCancel = () -> Cancellation.NOT_POSSIBLE;

  /**
   * @param what for messages, such as {@code tune tx-laser to 193.1 THz}
   */
  public OperationControl(HalClock clock, String what) {
    this.clock = clock;
    this.what = what;
  }

  // ---- told by the driver

  /** How the device can be stopped; without it cancelling is NOT_POSSIBLE. */
  public void onCancel(Supplier<Cancellation> action) {
    synchronized (waiters) {
      onCancel = action;
    }
  }

  public void progress(String phrase) {
    synchronized (waiters) {
      if (state == State.RUNNING) {
        progress = phrase;
      }
    }
  }

  /** Reached a milestone with what is known of the result by now. */
  public void reached(Milestone milestone, T value) {
    synchronized (waiters) {
      if (state != State.RUNNING || (reached != null && reached.compareTo(milestone) >= 0)) {
        return;
      }
      reached = milestone;
      result = value;
      if (milestone == Milestone.SETTLED) {
        state = State.COMPLETED;
      }
      wake();
    }
  }

  public void fail(HalException reason) {
    end(State.FAILED, reason);
  }

  /** A newer command took its place. */
  public void supersede() {
    end(State.SUPERSEDED, cancelled("superseded by a newer command"));
  }

  /** The connection broke. */
  public void lose(HalException reason) {
    end(State.LOST, reason);
  }

  private HalException cancelled(String why) {
    return new HalException(Kind.CANCELLED, Outcome.UNKNOWN, what + " was " + why);
  }

  private void end(State newState, HalException reason) {
    synchronized (waiters) {
      if (state == State.RUNNING) {
        state = newState;
        failure = reason;
        wake();
      }
    }
  }

  private void wake() {
    for (Signal s : waiters) {
      s.raise();
    }
  }

  public boolean isRunning() {
    return state() == State.RUNNING;
  }

  // ---- asked by the caller

  @Override
  public State state() {
    synchronized (waiters) {
      return state;
    }
  }

  @Override
  public Optional<Milestone> reached() {
    synchronized (waiters) {
      return Optional.ofNullable(reached);
    }
  }

  @Override
  public String progress() {
    synchronized (waiters) {
      return progress;
    }
  }

  @Override
  public T await(Milestone milestone, Deadline deadline) {
    Signal signal = null;
    try {
      while (true) {
        synchronized (waiters) {
          T value = result;
          if (value != null && reached != null && reached.compareTo(milestone) >= 0) {
            return value;
          }
          HalException f = failure;
          if (f != null) {
            throw f;
          }
          if (deadline.hasPassed(clock)) {
            throw new HalException(
                Kind.TIMEOUT, Outcome.UNKNOWN, what + " is still running (" + progress + ")");
          }
          if (signal == null) {
            signal = clock.signal(what);
            waiters.add(signal);
          }
        }
        try {
          signal.awaitInterruptibly(deadline.nanos());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new HalException(
              Kind.CANCELLED, Outcome.UNKNOWN, "interrupted while waiting; " + what + " goes on");
        }
      }
    } finally {
      synchronized (waiters) {
        waiters.remove(signal);
      }
    }
  }

  @Override
  public Cancellation cancel() {
    Supplier<Cancellation> action;
    synchronized (waiters) {
      if (state != State.RUNNING) {
        return Cancellation.TOO_LATE;
      }
      action = onCancel;
    }
    Cancellation c = action.get(); // may talk to the device: never under the lock
    if (c == Cancellation.CANCELLED) {
      end(State.CANCELLED, cancelled("cancelled"));
      return state() == State.CANCELLED ? c : Cancellation.TOO_LATE;
    }
    return c;
  }
}
