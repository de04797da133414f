package org.optihal.hal.spi;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.error.ErrorContext;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.operation.Operation;
import org.optihal.hal.operation.OperationControl;
import org.optihal.hal.point.Address;
import org.optihal.hal.point.Applied;
import org.optihal.hal.point.Capability;
import org.optihal.hal.point.Control;
import org.optihal.hal.point.Disturbance;
import org.optihal.hal.point.Reading;
import org.optihal.hal.point.ValueType;

/** A control made of functions: one that asks the device, one that starts to set it. */
public final class ControlPoint<T> extends SensorPoint<T> implements Control<T> {
  private final Comparator<? super T> order;
  private final Setter<T> setter;
  private Function<T, Disturbance> disturbance = v -> Disturbance.NONE;
  private Function<T, Boolean> canMakeLight = v -> false;
  private @Nullable T intended;
  private @Nullable OperationControl<Applied<T>> running;

  /** Starts to set a value: sends it, and tells the operation how it goes on. */
  @FunctionalInterface
  public interface Setter<T> {
    /**
     * Sends the first of it.
     *
     * @throws org.optihal.hal.error.HalException what the device or the line said; nothing goes on
     *     then
     */
    void start(T value, Deadline deadline, OperationControl<Applied<T>> operation);
  }

  /**
   * @param order for the bounds of the capability
   */
  public ControlPoint(
      PointHost host,
      Address address,
      ValueType<T> type,
      String description,
      Supplier<Capability<T>> capability,
      Comparator<? super T> order,
      Function<Deadline, Reading<T>> reader,
      Setter<T> setter) {
    super(host, address, type, description, capability, reader);
    this.order = order;
    this.setter = setter;
  }

  /** What setting does to the light; without it, nothing. */
  public ControlPoint<T> disturbing(Function<T, Disturbance> effect) {
    disturbance = effect;
    return this;
  }

  /** When setting can make, raise or move light; without it, never. */
  public ControlPoint<T> makingLight(Function<T, Boolean> when) {
    canMakeLight = when;
    return this;
  }

  @Override
  public Operation<Applied<T>> apply(T value) {
    return apply(value, host.defaultDeadline());
  }

  @Override
  public Operation<Applied<T>> apply(T value, Deadline deadline) {
    host.requireControl();
    try {
      capability().check(value, type, order);
    } catch (HalException e) {
      throw e.at(address.toString());
    }
    OperationControl<Applied<T>> operation =
        new OperationControl<>(host.clock(), "setting " + address + " to " + type.format(value));
    OperationControl<Applied<T>> before;
    synchronized (this) {
      before = running;
      running = operation;
      intended = value;
    }
    if (before != null) {
      before.supersede();
    }
    try {
      setter.start(value, deadline.earlier(host.defaultDeadline()), operation);
    } catch (HalException e) {
      operation.fail(e);
      throw e;
    } catch (RuntimeException e) {
      operation.fail(bug(e));
      throw e;
    }
    return operation;
  }

  @Override
  public synchronized Optional<T> intended() {
    return Optional.ofNullable(intended);
  }

  /** Whether a value is being set now. */
  public synchronized boolean isBusy() {
    return running != null && running.isRunning();
  }

  /** The connection broke: whatever is under way may go on at the device, unseen. */
  public void lose(HalException reason) {
    end(o -> o.lose(reason));
  }

  /** Ends what is under way, which must not go on: somebody made the device dark. */
  public void abort(HalException reason) {
    end(o -> o.fail(reason));
  }

  private void end(Consumer<OperationControl<?>> how) {
    OperationControl<Applied<T>> o;
    synchronized (this) {
      o = running;
    }
    if (o != null) {
      how.accept(o);
    }
  }

  /** A failure that nobody foresaw must not leave its operation running for ever. */
  public static HalException bug(RuntimeException e) {
    return new HalException(
        Kind.DEVICE_FAULT, Outcome.UNKNOWN, "the driver failed: " + e, ErrorContext.NONE, e);
  }

  @Override
  public Disturbance disturbance(T value) {
    return disturbance.apply(value);
  }

  @Override
  public boolean canMakeLight(T value) {
    return canMakeLight.apply(value);
  }
}
