package org.optihal.testkit.laser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.Supplier;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.device.Access;
import org.optihal.hal.device.Device;
import org.optihal.hal.device.DeviceState;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.laser.LightState;
import org.optihal.hal.laser.TunableLaser;
import org.optihal.hal.link.WireTap;
import org.optihal.hal.operation.Milestone;
import org.optihal.hal.operation.Operation;
import org.optihal.hal.point.Applied;
import org.optihal.hal.point.Capability;
import org.optihal.hal.point.Control;
import org.optihal.hal.quantity.Frequency;
import org.optihal.hal.quantity.OpticalPower;
import org.optihal.hal.quantity.UnitText;

/** A target with the steps that the contract is made of. */
final class LaserUnderTest {
  private static final double SHORT_OF_A_LIMIT = 0.25;

  final LaserTarget target;
  final HalClock clock;
  final Device device;

  LaserUnderTest(LaserTarget target) {
    this.target = target;
    this.clock = target.clock();
    this.device = target.device();
  }

  Deadline patience() {
    return Deadline.in(clock, target.limits().patience());
  }

  Deadline in(Duration duration) {
    return Deadline.in(clock, duration);
  }

  TunableLaser connect() {
    device.connect(Access.CONTROL, patience());
    return laser();
  }

  TunableLaser laser() {
    return device.as(TunableLaser.class);
  }

  <T> Applied<T> settle(Operation<Applied<T>> operation) {
    return operation.await(Milestone.SETTLED, patience());
  }

  <T> Applied<T> set(Control<T> control, T value) {
    return settle(control.apply(value));
  }

  // ---- values within the capability

  Frequency frequency(double share) {
    Capability<Frequency> c = laser().frequency().capability();
    long low = c.lowest().orElseThrow().hertz();
    long high = c.highest().orElseThrow().hertz();
    long step = step();
    long steps = (long) ((high - low) / (double) step * share);
    return new Frequency(low + steps * step);
  }

  /** Width of the frequency step in hertz. */
  long step() {
    String step = laser().frequency().capability().step();
    assertThat(step).as("the step of %s is stated", laser().frequency().address()).isNotEmpty();
    return UnitText.frequencyOffset(step).hertz();
  }

  OpticalPower power() {
    Capability<OpticalPower> c = laser().power().capability();
    double low = c.lowest().orElseThrow().dbm();
    double high = c.highest().orElseThrow().dbm();
    double dbm = low + SHORT_OF_A_LIMIT * (high - low);
    return OpticalPower.ofDbm(StrictMath.rint(dbm * 100) / 100);
  }

  // ---- light

  /** Tuned and emitting. */
  TunableLaser emit() {
    TunableLaser laser = connect();
    set(laser.frequency(), frequency(0.5));
    set(laser.power(), power());
    set(laser.enabled(), true);
    return laser;
  }

  boolean isTrulyDark() {
    return target.truth().map(t -> t.isDark(device.id())).orElse(true);
  }

  boolean isTrulyLit() {
    return target.truth().map(t -> !t.isDark(device.id())).orElse(true);
  }

  void assertDark() {
    assertThat(isTrulyDark()).as("%s is dark in truth", target.name()).isTrue();
    assertThat(laser().light().read().value())
        .as("what %s says of its light in the dark", target.name())
        .isNotEqualTo(LightState.EMITTING);
  }

  void assertFrequency(Frequency expected) {
    long is = laser().frequency().read().value().hertz();
    assertThat(StrictMath.abs(is - expected.hertz()))
        .as("%s reads %s, programmed %s", target.name(), new Frequency(is), expected)
        .isLessThanOrEqualTo(target.limits().frequency().hertz());
  }

  // ---- what is sent

  /**
   * Runs something that must be refused before a byte leaves; what other threads of the driver send
   * meanwhile, such as polls, does not count.
   */
  void assertNothingSentBy(Runnable action, Kind kind) {
    Thread self = Thread.currentThread();
    long[] bytes = new long[1];
    target
        .taps()
        .tap(
            new WireTap() {
              @Override
              public void sent(String link, long nanos, byte[] b, int offset, int length) {
                if (Thread.currentThread() == self) {
                  bytes[0] += length;
                }
              }

              @Override
              public void received(String link, long nanos, byte[] b, int offset, int length) {}

              @Override
              public void note(String link, long nanos, String text) {}
            });
    try {
      assertThatThrownBy(action::run)
          .as("refused by %s", target.name())
          .isInstanceOfSatisfying(
              HalException.class,
              e -> {
                assertThat(e.kind()).as("kind of: %s", e).isEqualTo(kind);
                assertThat(e.outcome()).as("outcome of: %s", e).isEqualTo(Outcome.NOT_SENT);
              });
      assertThat(bytes[0]).as("bytes sent by a command that was refused").isZero();
    } finally {
      target.taps().tap(null);
    }
  }

  // ---- time

  /** Runs a call that may fail, and must end by its deadline. */
  void assertEndsBy(Deadline deadline, String what, Runnable call) {
    try {
      call.run();
    } catch (HalException e) {
      assertThat(e.getMessage()).as("the message of a failed call").isNotBlank();
    }
    long late = clock.nanos() - deadline.nanos();
    assertThat(late)
        .as("nanoseconds by which '%s' missed its deadline", what)
        .isLessThanOrEqualTo(target.limits().slack().toNanos());
  }

  void assertFails(Kind kind, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            HalException.class, e -> assertThat(e.kind()).as("kind of: %s", e).isEqualTo(kind));
  }

  void until(String what, Supplier<Boolean> condition) {
    Deadline deadline = patience();
    while (!condition.get()) {
      assertThat(deadline.hasPassed(clock))
          .as("%s: %s within %s", target.name(), what, target.limits().patience())
          .isFalse();
      clock.sleep(Duration.ofMillis(10));
    }
  }

  void untilReady() {
    until("ready again", () -> device.state() == DeviceState.READY);
  }
}
