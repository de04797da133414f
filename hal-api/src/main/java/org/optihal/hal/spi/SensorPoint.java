package org.optihal.hal.spi;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.point.Address;
import org.optihal.hal.point.Capability;
import org.optihal.hal.point.Reading;
import org.optihal.hal.point.Sensor;
import org.optihal.hal.point.ValueType;

/** A sensor made of a function that asks the device. */
public class SensorPoint<T> implements Sensor<T> {
  final PointHost host;
  final Address address;
  final ValueType<T> type;
  private final String description;
  private final Supplier<Capability<T>> capability;
  private final Function<Deadline, Reading<T>> reader;
  private volatile @Nullable Reading<T> last;

  public SensorPoint(
      PointHost host,
      Address address,
      ValueType<T> type,
      String description,
      Supplier<Capability<T>> capability,
      Function<Deadline, Reading<T>> reader) {
    this.host = host;
    this.address = address;
    this.type = type;
    this.description = description;
    this.capability = capability;
    this.reader = reader;
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
    return capability.get();
  }

  @Override
  public final Reading<T> read() {
    return read(host.defaultDeadline());
  }

  @Override
  public final Reading<T> read(Deadline deadline) {
    return keep(reader.apply(deadline.earlier(host.defaultDeadline())));
  }

  /** Remembers a reading that came about in another way, such as with others in one session. */
  public final Reading<T> keep(Reading<T> reading) {
    last = reading;
    host.events().reading(address, reading);
    return reading;
  }

  @Override
  public final Optional<Reading<T>> last() {
    return Optional.ofNullable(last);
  }
}
