package org.optihal.verify.laser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.RealClock;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.testkit.laser.LaserContract;
import org.optihal.testkit.laser.LaserTarget;
import org.optihal.testkit.laser.LaserTarget.Limits;

/**
 * A real laser: {@code OPTIHAL_LASER_URL=serial:///dev/…}, {@code OPTIHAL_LASER_DRIVER=itla}. It
 * stays dark unless {@code OPTIHAL_LASER_MAY_EMIT=yes}: then its output must end in something that
 * may take full power.
 */
@Tag("pty")
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class RealLaserContractTest extends LaserContract {
  private static final String URL = System.getenv().getOrDefault("OPTIHAL_LASER_URL", "");

  @Override
  protected HalClock clock() {
    assumeTrue(!URL.isEmpty(), "no real laser: OPTIHAL_LASER_URL is not set");
    return RealClock.get();
  }

  @Override
  protected LaserTarget open(HalClock clock) {
    Limits limits = LaserTargets.itlaLimits(clock);
    boolean mayEmit = "yes".equals(System.getenv("OPTIHAL_LASER_MAY_EMIT"));
    return LaserTarget.at(
        DeviceUrl.parse(URL),
        System.getenv().getOrDefault("OPTIHAL_LASER_DRIVER", "itla"),
        mayEmit ? limits : limits.withoutEmission());
  }
}
