package org.optihal.node.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.Hal;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.device.Access;
import org.optihal.hal.device.Device;
import org.optihal.hal.device.DeviceState;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.point.Address;
import org.optihal.hal.point.Control;
import org.optihal.hal.point.Sensor;

/**
 * Keeps the devices of a bench connected and read, each on a thread of its own: a slow or dead one
 * delays neither the others nor the polls of the drivers. What a driver does to stay connected is
 * its own business.
 */
final class Attendants implements AutoCloseable {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  /** Settings change by commands alone: reading them in each round would only fill the line. */
  private static final int ROUNDS_PER_SETTING = 10;

  private final Hal hal;
  private final HalClock clock;
  private final Duration period;
  private final Output out;
  private final Stop over = new Stop();
  private final Set<Device> tried = ConcurrentHashMap.newKeySet();
  private final Map<Device, HalException> failures = new ConcurrentHashMap<>();
  private final Map<Address, Observation<?>> latest = new ConcurrentHashMap<>();
  private final Map<Address, String> shown = new HashMap<>();

  Attendants(Hal hal, Duration period, Output out) {
    this.hal = hal;
    this.clock = hal.clock();
    this.period = period;
    this.out = out;
    for (Device d : hal.devices()) {
      clock.spawn("attend-" + d.id(), () -> attend(d));
    }
  }

  private void attend(Device device) {
    Duration pause = FIRST_PAUSE;
    while (!attempt(device)) {
      if (over.await(clock, Deadline.in(clock, pause))) {
        return;
      }
      Duration twice = pause.multipliedBy(2);
      pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
    for (long round = 0; !over.isRequested(); round++) {
      read(device, round % ROUNDS_PER_SETTING == 0);
      tried.add(device); // only now: who waits for it wants to see readings
      over.await(clock, Deadline.in(clock, period));
    }
  }

  /** Returns whether the device is connected. */
  private boolean attempt(Device device) {
    try {
      if (device.state() != DeviceState.READY) {
        Connector.connect(hal, device, Access.CONTROL);
      }
      failures.remove(device);
      return true;
    } catch (HalException e) {
      if (e.kind() != Kind.BUSY) { // then the driver is at it already
        tell(e, failures.put(device, e));
        tried.add(device);
      }
      return false;
    }
  }

  private void tell(HalException e, @Nullable HalException before) {
    boolean known = before != null && before.getMessage().equals(e.getMessage());
    if (!known && !over.isRequested()) {
      out.warn(e);
    }
  }

  private void read(Device device, boolean settings) {
    for (Sensor<?> s : Selection.cheap(device, "")) {
      if (over.isRequested() || device.state() != DeviceState.READY) {
        return;
      }
      if (settings || !(s instanceof Control)) {
        latest.put(s.address(), observe(s));
      }
    }
  }

  private Observation<?> observe(Sensor<?> sensor) {
    try {
      return Observation.read(sensor);
    } catch (HalException e) {
      return Observation.failed(sensor, clock, e);
    }
  }

  /** Whether every device has been tried at least once. */
  boolean haveTriedAll() {
    return tried.size() == hal.devices().size();
  }

  /** Why devices are not connected, in the order of the bench. */
  List<HalException> failures() {
    return hal.devices().stream().map(failures::get).filter(Objects::nonNull).toList();
  }

  /** Readings whose text changed since the last call, in the order of the bench. */
  List<Observation<?>> changes() {
    List<Observation<?>> changed = new ArrayList<>();
    for (Device d : hal.devices()) {
      for (Sensor<?> s : Selection.cheap(d, "")) {
        Observation<?> o = latest.get(s.address());
        if (o != null && !o.text().equals(shown.put(s.address(), o.text()))) {
          changed.add(o);
        }
      }
    }
    return changed;
  }

  @Override
  public void close() {
    over.request();
  }
}
