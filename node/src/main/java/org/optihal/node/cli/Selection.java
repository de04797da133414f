package org.optihal.node.cli;

import java.util.ArrayList;
import java.util.List;
import org.optihal.hal.Hal;
import org.optihal.hal.device.Device;
import org.optihal.hal.error.HalException;
import org.optihal.hal.point.Act;
import org.optihal.hal.point.Address;
import org.optihal.hal.point.Control;
import org.optihal.hal.point.Point;
import org.optihal.hal.point.Sensor;

/**
 * What a command line means by its addresses: points, units, whole devices, or with no address the
 * whole bench.
 */
record Selection(List<Address> addresses) {
  Selection {
    addresses = List.copyOf(addresses);
  }

  /** The devices concerned, in the order of the bench. */
  List<Device> devices(Hal hal) {
    addresses.forEach(a -> hal.device(a.device()));
    return hal.devices().stream()
        .filter(
            d -> addresses.isEmpty() || addresses.stream().anyMatch(a -> a.device().equals(d.id())))
        .toList();
  }

  /**
   * The sensors to read: those named, and the cheap ones of a device or unit.
   *
   * @param device connected
   */
  List<Sensor<?>> sensors(Hal hal, Device device) {
    List<Sensor<?>> sensors = new ArrayList<>();
    if (addresses.isEmpty()) {
      sensors.addAll(cheap(device, ""));
    }
    for (Address a : addresses) {
      if (!a.device().equals(device.id())) {
        continue;
      }
      if (a.point().isEmpty()) {
        sensors.addAll(cheap(device, a.unit()));
      } else {
        sensors.add(sensor(hal.point(a)));
      }
    }
    return sensors.stream().distinct().toList();
  }

  /** What a poll or a snapshot reads of a device, or of a unit of it. */
  static List<Sensor<?>> cheap(Device device, String unit) {
    List<Sensor<?>> sensors = new ArrayList<>();
    for (Point p : device.points()) {
      if (p instanceof Sensor<?> s
          && s.isCheap()
          && (unit.isEmpty() || p.address().unit().equals(unit))) {
        sensors.add(s);
      }
    }
    return sensors;
  }

  private static Sensor<?> sensor(Point point) {
    if (point instanceof Sensor<?> s) {
      return s;
    }
    throw HalException.configuration(point.address() + " has no value to read")
        .advise("it is an act: optihal act " + point.address());
  }

  static Control<?> control(Point point) {
    if (point instanceof Control<?> c) {
      return c;
    }
    throw HalException.configuration(point.address() + " cannot be set")
        .advise(
            point instanceof Act
                ? "it is an act: optihal act " + point.address()
                : "it can only be read: optihal get " + point.address());
  }

  static Act act(Point point) {
    if (point instanceof Act a) {
      return a;
    }
    throw HalException.configuration(point.address() + " is no act")
        .advise("it has a value: optihal get " + point.address());
  }
}
