package org.optihal.testkit.laser;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.error.HalException;
import org.optihal.hal.operation.Milestone;
import org.optihal.hal.operation.Operation;
import org.optihal.hal.operation.OperationControl;
import org.optihal.hal.point.Applied;
import org.optihal.hal.point.Capability;
import org.optihal.hal.point.Control;
import org.optihal.hal.point.Disturbance;
import org.optihal.hal.point.Reading;
import org.optihal.hal.point.ValueType;

/** Sets the model after one exchange; done at the end of its time, and settled right after. */
final class IdealControl<T> extends IdealSensor<T> implements Control<T> {
  private static final Duration SETTLING = Duration.ofMillis(10);

  private final Setting<T> setting;
  private @Nullable T intended;
  private @Nullable OperationControl<Applied<T>> running;

  /**
   * How the model takes a value.
   *
   * @param order for the bounds of the capability
   * @param rounding to the step
   * @param setter changes the model
   * @param duration until the model has changed
   * @param disturbance of a value
   * @param canMakeLight whether a value can
   */
  record Setting<T>(
      Comparator<? super T> order,
      UnaryOperator<T> rounding,
      Consumer<T> setter,
      Duration duration,
      Function<T, Disturbance> disturbance,
      Predicate<T> canMakeLight) {}

  IdealControl(
      IdealTunableLaser device,
      String point,
      ValueType<T> type,
      String description,
      Capability<T> capability,
      Supplier<Reading<T>> model,
      Setting<T> setting) {
    super(device, point, type, description, capability, model);
    this.setting = setting;
  }

  @Override
  public Operation<Applied<T>> apply(T value) {
    return apply(value, device.budget());
  }

  @Override
  public Operation<Applied<T>> apply(T value, Deadline deadline) {
    device.requireControl();
    capability().check(value, type, setting.order);
    T programmed = setting.rounding.apply(value);
    String what = "setting " + address + " to " + type.format(value);
    OperationControl<Applied<T>> operation = new OperationControl<>(device.clock(), what);
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
      device.exchange("set " + address.point() + " " + type.format(programmed), deadline);
    } catch (HalException e) {
      operation.fail(e);
      throw e;
    }
    if (operation.isRunning()) { // else it was made safe or superseded during the exchange
      setting.setter.accept(programmed);
      operation.reached(Milestone.ACCEPTED, new Applied<>(value, programmed, null));
      later(
          setting.duration,
          () -> operation.reached(Milestone.DONE, new Applied<>(value, programmed, null)));
      later(
          setting.duration.plus(SETTLING),
          () -> operation.reached(Milestone.SETTLED, new Applied<>(value, programmed, look())));
    }
    return operation;
  }

  private void later(Duration delay, Runnable step) {
    device.clock().after(delay.toNanos(), step);
  }

  /** Ends what is under way. */
  void end(Consumer<OperationControl<?>> how) {
    OperationControl<Applied<T>> o;
    synchronized (this) {
      o = running;
    }
    if (o != null) {
      how.accept(o);
    }
  }

  @Override
  public synchronized Optional<T> intended() {
    return Optional.ofNullable(intended);
  }

  @Override
  public Disturbance disturbance(T value) {
    return setting.disturbance.apply(value);
  }

  @Override
  public boolean canMakeLight(T value) {
    return setting.canMakeLight.test(value);
  }
}
