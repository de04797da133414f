package org.optihal.verify.laser;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.optihal.hal.Hal;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.quantity.Decibel;
import org.optihal.hal.quantity.FrequencyOffset;
import org.optihal.testkit.laser.LaserTarget;
import org.optihal.testkit.laser.LaserTarget.Limits;

/** The devices of the laser family, opened for the contract. */
final class LaserTargets {
  static final String ID = "tx-laser";

  private LaserTargets() {}

  /** One emulated ITLA module. */
  static Bench itla(Map<String, String> emulator) {
    DeviceEntry entry =
        new DeviceEntry(
            ID,
            "itla",
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            DeviceEntry.StopPolicy.SAFE,
            DeviceEntry.ReconnectPolicy.SAFE,
            emulator);
    return new Bench("contract", Map.of(ID, entry), Map.of(), List.of());
  }

  /**
   * What may be expected of an ITLA module: it pulls in over a GHz, and its monitor is half a dB
   * off.
   */
  static Limits itlaLimits(HalClock clock) {
    boolean real = !(clock instanceof VirtualClock);
    return new Limits(
        true,
        FrequencyOffset.ofMegahertz(2_500),
        new Decibel(0.7),
        Duration.ofMinutes(1),
        real ? Duration.ofMillis(500) : Duration.ZERO);
  }

  static LaserTarget emulatedItla(HalClock clock, Map<String, String> emulator) {
    return LaserTarget.of(Hal.emulate(itla(emulator), 1, clock), ID, itlaLimits(clock));
  }
}
