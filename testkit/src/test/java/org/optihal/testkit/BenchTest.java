package org.optihal.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optihal.hal.Hal;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.device.Device;
import org.optihal.hal.device.DeviceState;
import org.optihal.hal.event.Events;
import org.optihal.hal.laser.Laser;
import org.optihal.hal.laser.LightState;
import org.optihal.hal.laser.TunableLaser;
import org.optihal.hal.operation.Milestone;
import org.optihal.hal.spi.Emulation;
import org.optihal.hal.spi.Faults;
import org.optihal.hal.spi.Truth;

@Bench("two-lasers.yaml")
class BenchTest {
  @Test
  void aTestGetsConnectedLasersAndTime(
      @Named("tx-laser") TunableLaser tx,
      @Named("lo-laser") Laser lo,
      HalClock clock,
      Truth truth) {
    tx.enabled().apply(true).await(Milestone.SETTLED, Deadline.in(clock, Duration.ofSeconds(30)));
    assertThat(tx.light().read().value()).isEqualTo(LightState.EMITTING);
    assertThat(lo.light().read().value()).isEqualTo(LightState.NONE_SEEN);
    assertThat(truth.isDark("tx-laser")).isFalse();
    clock.sleep(Duration.ofHours(1));
    assertThat(tx.light().read().value()).isEqualTo(LightState.EMITTING);
  }

  @Test
  void everythingOfABenchCanBeTaken(
      Hal hal,
      VirtualClock clock,
      Events events,
      Emulation emulation,
      Faults faults,
      @Named("tx-laser") Device device,
      TestInfo info) {
    assertThat(hal.clock()).isSameAs(clock);
    assertThat(hal.events()).isSameAs(events);
    assertThat(hal.emulation()).contains(emulation);
    assertThat(emulation.faults()).isSameAs(faults);
    assertThat(emulation.seed()).isEqualTo(Seed.or(1));
    assertThat(device.state()).isEqualTo(DeviceState.READY);
    assertThat(hal.device("lo-laser").state()).as("nobody took it").isEqualTo(DeviceState.NEW);
    assertThat(info.getDisplayName()).isNotBlank();
    assertThat(clock.isInside()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void parametersOfOthersStay(int number, @Named("tx-laser") Laser laser, HalClock clock) {
    assertThat(number).isBetween(1, 2);
    assertThat(laser.enabled().read().value()).as("each test has a bench of its own").isFalse();
    laser.enabled().apply(true);
    assertThat(clock.nanos()).isLessThan(Duration.ofMinutes(1).toNanos());
  }

  @RepeatedTest(2)
  void repetitionsStartAgain(RepetitionInfo info, @Named("tx-laser") Laser laser) {
    assertThat(info.getTotalRepetitions()).isEqualTo(2);
    assertThat(laser.enabled().read().value()).isFalse();
    laser.enabled().apply(true);
  }
}
