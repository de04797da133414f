package org.optihal.node.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.optihal.hal.Hal;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.device.Access;
import org.optihal.hal.device.Device;
import org.optihal.hal.error.HalException;

/** Connects devices for commands that look once. */
final class Connector {
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private Connector() {}

  /** Connects all at once, tells of those that fail, and returns the others. */
  static List<Device> connect(Hal hal, List<Device> devices, Access access, Output out) {
    List<Optional<HalException>> failures =
        Parallel.each(hal.clock(), "connect", devices, d -> attempt(hal, d, access));
    List<Device> connected = new ArrayList<>();
    for (int i = 0; i < devices.size(); i++) {
      Device d = devices.get(i);
      failures.get(i).ifPresentOrElse(out::failure, () -> connected.add(d));
    }
    return connected;
  }

  static void connect(Hal hal, Device device, Access access) {
    try {
      device.connect(access, Deadline.in(hal.clock(), PATIENCE));
    } catch (HalException e) {
      throw e.at(device.id());
    }
  }

  private static Optional<HalException> attempt(Hal hal, Device device, Access access) {
    try {
      connect(hal, device, access);
      return Optional.empty();
    } catch (HalException e) {
      return Optional.of(e);
    }
  }
}
