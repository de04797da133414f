package org.optihal.testkit.laser;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.point.Address;
import org.optihal.hal.point.Capability;
import org.optihal.hal.point.Reading;
import org.optihal.hal.point.Sensor;
import org.optihal.hal.point.ValueType;

/** Reads the model, after one exchange. */
class IdealSensor<T> implements Sensor<T> {
  final IdealTunableLaser device;
  final ValueType<T> type;
  final Address address;
  private final String description;
  private final Capability<T> capability;
  private final Supplier<Reading<T>> model;
  private volatile @Nullable Reading<T> last;

  IdealSensor(
      IdealTunableLaser device,
      String point,
      ValueType<T> type,
      String description,
      Capability<T> capability,
      Supplier<Reading<T>> model) {
    this.device = device;
    this.address = Address.of(device.id(), point);
    this.type = type;
    this.description = description;
    this.capability = capability;
    this.model = model;
  }

  @Override
  public final Address address() {
    return address;
  }

  @Override
  public final String description() {
    return description;
  }

  @Override
  public final ValueType<T> type() {
    return type;
  }

  @Override
  public final Capability<T> capability() {
    return capability;
  }

  @Override
  public final Reading<T> read() {
    return read(device.budget());
  }

  @Override
  public final Reading<T> read(Deadline deadline) {
    device.exchange("get " + address.point(), deadline);
    return look();
  }

  /** What the model shows now, without asking over the wire. */
  final Reading<T> look() {
    Reading<T> reading = model.get();
    last = reading;
    return reading;
  }

  @Override
  public final Optional<Reading<T>> last() {
    return Optional.ofNullable(last);
  }
}
