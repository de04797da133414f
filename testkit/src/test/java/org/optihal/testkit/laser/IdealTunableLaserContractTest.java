package org.optihal.testkit.laser;

import org.optihal.hal.clock.HalClock;

class IdealTunableLaserContractTest extends LaserContract {
  @Override
  protected LaserTarget open(HalClock clock) {
    return LaserTarget.ideal(clock);
  }
}
