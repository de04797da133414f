package org.optihal.verify.laser;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.optihal.hal.clock.HalClock;
import org.optihal.testkit.laser.LaserContract;
import org.optihal.testkit.laser.LaserTarget;

/** Driver and emulator over a wire in memory, in virtual time, for each kind of module. */
class ItlaMemoryContractTest {
  @Nested
  class Msa13 extends LaserContract {
    @Override
    protected LaserTarget open(HalClock clock) {
      return LaserTargets.emulatedItla(clock, Map.of("version", "1.3"));
    }
  }

  @Nested
  class Msa12 extends LaserContract {
    @Override
    protected LaserTarget open(HalClock clock) {
      return LaserTargets.emulatedItla(clock, Map.of("version", "1.2"));
    }
  }

  @Nested
  class PurePhotonics extends LaserContract {
    @Override
    protected LaserTarget open(HalClock clock) {
      return LaserTargets.emulatedItla(
          clock, Map.of("version", "1.3", "profile", "pure-photonics", "baud", "115200"));
    }
  }
}
