package org.optihal.verify.jmh;

import java.io.Closeable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.optihal.hal.Hal;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.bench.DeviceEntry.ReconnectPolicy;
import org.optihal.hal.bench.DeviceEntry.StopPolicy;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.device.Access;
import org.optihal.hal.device.Device;
import org.optihal.hal.laser.TunableLaser;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.hal.point.Sensor;
import org.optihal.hal.quantity.OpticalPower;

/** OptiHAL as an application uses it: reads the power point of a laser on a serial port. */
final class Stack implements Contender {
  private static final String ID = "laser";
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final String name;
  private final Closeable peer;
  private final Hal hal;
  private final Sensor<OpticalPower> power;

  /**
   * Opens and connects, to observe only.
   *
   * @param confirm whether each answer is fetched twice, as the driver does unless told otherwise
   * @param peer closed with it
   */
  Stack(String name, Path port, boolean confirm, Closeable peer) {
    this.name = name;
    this.peer = peer;
    DeviceEntry entry =
        new DeviceEntry(
            ID,
            "itla",
            Map.of("main", DeviceUrl.parse("serial://" + port + "?baud=115200")),
            Map.of(),
            Map.of(),
            Map.of("confirm-reads", confirm ? "true" : "false", "poll-period", "1 h"),
            Map.of(),
            StopPolicy.HOLD,
            ReconnectPolicy.ADOPT);
    hal = Hal.open(new Bench("bench", Map.of(ID, entry), Map.of(), java.util.List.of()));
    Device device = hal.device(ID);
    device.connect(Access.OBSERVE, soon());
    power = device.as(TunableLaser.class).power();
  }

  private Deadline soon() {
    return Deadline.in(hal.clock(), PATIENCE);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void burst(long[] nanos) {
    for (int i = 0; i < nanos.length; i++) {
      long start = hal.clock().nanos();
      OpticalPower read = power.read(soon()).value();
      nanos[i] = hal.clock().nanos() - start;
      if (read.watts() <= 0) {
        throw new IllegalStateException("bad reading: " + read);
      }
    }
  }

  @Override
  public void close() {
    hal.close();
    try {
      peer.close();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
