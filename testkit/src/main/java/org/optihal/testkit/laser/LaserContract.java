package org.optihal.testkit.laser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.device.Access;
import org.optihal.hal.device.DeviceState;
import org.optihal.hal.device.Identity;
import org.optihal.hal.device.SafeReport;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.laser.LightState;
import org.optihal.hal.laser.TunableLaser;
import org.optihal.hal.operation.Milestone;
import org.optihal.hal.operation.Operation;
import org.optihal.hal.point.Applied;
import org.optihal.hal.point.Control;
import org.optihal.hal.point.Disturbance;
import org.optihal.hal.point.Point;
import org.optihal.hal.point.Quality;
import org.optihal.hal.point.Reading;
import org.optihal.hal.point.Sensor;
import org.optihal.hal.quantity.Frequency;
import org.optihal.hal.quantity.FrequencyOffset;
import org.optihal.hal.quantity.OpticalPower;
import org.optihal.hal.spi.Truth;

/**
 * What every tunable laser must do, whatever it is made of. A subclass opens the laser; each test
 * gets a fresh one, in virtual time unless {@link #clock} says otherwise.
 */
public abstract class LaserContract {
  private static final Duration SAMPLING = Duration.ofMillis(5);
  private static final Frequency ODD = new Frequency(193_123_456_700_000L);

  /** Opens the laser without connecting; called by an actor of the clock. */
  protected abstract LaserTarget open(HalClock clock) throws Exception;

  /** A new virtual clock, or the real one. */
  protected HalClock clock() {
    return new VirtualClock();
  }

  private interface Check {
    void on(LaserUnderTest laser) throws Exception;
  }

  private void test(Check check) throws Exception {
    HalClock clock = clock();
    if (clock instanceof VirtualClock virtual) {
      virtual.call(() -> run(clock, check));
    } else {
      boolean ran = run(clock, check);
      assertThat(ran).isTrue();
    }
  }

  private boolean run(HalClock clock, Check check) throws Exception {
    try (LaserTarget target = open(clock)) {
      check.on(new LaserUnderTest(target));
    }
    return true;
  }

  private static void needsLight(LaserUnderTest t) {
    assumeTrue(t.target.limits().mayEmit(), t.target.name() + " may not emit");
  }

  private static LaserTarget.Cable needsCable(LaserUnderTest t) {
    assumeTrue(t.target.cable().isPresent(), "nobody can pull the cable of " + t.target.name());
    return t.target.cable().get();
  }

  private static Truth needsTruth(LaserUnderTest t) {
    assumeTrue(t.target.truth().isPresent(), "nobody knows the true light of " + t.target.name());
    return t.target.truth().get();
  }

  // ---- connecting

  @Test
  void tellsWhoItIs() throws Exception {
    test(
        t -> {
          assertThat(t.device.identity()).isEmpty();
          t.connect();
          Identity id = t.device.identity().orElseThrow();
          assertThat(List.of(id.manufacturer(), id.model(), id.serial()))
              .allSatisfy(s -> assertThat(s).isNotBlank().isEqualTo(s.strip()));
          assertThat(t.device.state()).isEqualTo(DeviceState.READY);
        });
  }

  @Test
  void nothingIsSentBeforeItIsConnected() throws Exception {
    test(
        t -> {
          assertThat(t.device.state()).isEqualTo(DeviceState.NEW);
          TunableLaser laser = t.laser();
          t.assertNothingSentBy(() -> laser.frequency().read(), Kind.NOT_READY);
          t.assertNothingSentBy(() -> laser.enabled().apply(true), Kind.NOT_READY);
          assertThat(laser.frequency().last()).isEmpty();
        });
  }

  @Test
  void connectingTwiceIsHarmless() throws Exception {
    test(
        t -> {
          TunableLaser laser = t.connect();
          t.connect();
          t.device.connect(Access.OBSERVE, t.patience());
          assertThat(t.set(laser.power(), t.power()).programmed()).isNotNull();
        });
  }

  @Test
  void closingTwiceIsHarmlessAndFinal() throws Exception {
    test(
        t -> {
          TunableLaser laser = t.connect();
          t.device.close();
          t.device.close();
          assertThat(t.device.state()).isEqualTo(DeviceState.CLOSED);
          t.assertNothingSentBy(() -> laser.frequency().read(), Kind.CLOSED);
          t.assertNothingSentBy(() -> laser.enabled().apply(true), Kind.CLOSED);
          t.assertFails(Kind.CLOSED, t::connect);
        });
  }

  @Test
  void closingEndsWhatIsUnderWay() throws Exception {
    test(
        t -> {
          TunableLaser laser = t.connect();
          Operation<Applied<Frequency>> tune = laser.frequency().apply(t.frequency(0.7));
          t.device.close();
          assertThat(tune.state()).isNotEqualTo(Operation.State.RUNNING);
        });
  }

  @Test
  void observingTouchesNothing() throws Exception {
    test(
        t -> {
          Truth truth = needsTruth(t);
          Map<String, String> before = steadyState(t, truth);
          t.device.connect(Access.OBSERVE, t.patience());
          for (Point p : t.device.points()) {
            if (p instanceof Sensor<?> s) {
              assertThat(s.read().quality()).isNotNull();
            }
          }
          t.clock.sleep(Duration.ofSeconds(5)); // polls may not touch it either
          t.device.close();
          t.clock.sleep(Duration.ofSeconds(1));
          Map<String, String> after = new TreeMap<>(truth.state(t.device.id()));
          after.keySet().retainAll(before.keySet());
          assertThat(after).isEqualTo(before);
        });
  }

  /** What does not change by itself. */
  private static Map<String, String> steadyState(LaserUnderTest t, Truth truth) {
    t.clock.sleep(Duration.ofSeconds(10)); // past whatever happens after power-up
    Map<String, String> state = new TreeMap<>(truth.state(t.device.id()));
    for (int i = 0; i < 5; i++) {
      t.clock.sleep(Duration.ofSeconds(1));
      Map<String, String> again = truth.state(t.device.id());
      state.entrySet().removeIf(e -> !e.getValue().equals(again.get(e.getKey())));
    }
    assertThat(state).as("what can be compared").isNotEmpty();
    return state;
  }

  @Test
  void observersCannotSet() throws Exception {
    test(
        t -> {
          t.device.connect(Access.OBSERVE, t.patience());
          TunableLaser laser = t.laser();
          t.assertNothingSentBy(() -> laser.enabled().apply(true), Kind.REFUSED);
          t.assertNothingSentBy(() -> laser.frequency().apply(t.frequency(0.5)), Kind.REFUSED);
          t.assertNothingSentBy(() -> laser.power().apply(t.power()), Kind.REFUSED);
        });
  }

  // ---- points

  @Test
  void everyPointIsWellFormedAndCanBeRead() throws Exception {
    test(
        t -> {
          t.connect();
          Set<String> seen = new HashSet<>();
          for (Point p : t.device.points()) {
            assertThat(p.address().device()).isEqualTo(t.device.id());
            assertThat(seen.add(p.address().toString())).as("%s stands once", p.address()).isTrue();
            assertThat(t.device.point(p.address().tail())).contains(p);
            assertThat(p.description()).as("description of %s", p.address()).hasSizeGreaterThan(10);
            if (p instanceof Sensor<?> s && s.isCheap()) {
              assertReadable(t, s);
            }
          }
          assertThat(t.device.points())
              .contains(t.laser().frequency(), t.laser().power(), t.laser().enabled())
              .contains(t.laser().light());
        });
  }

  private static <T> void assertReadable(LaserUnderTest t, Sensor<T> sensor) {
    long before = t.clock.nanos();
    Reading<T> reading = sensor.read();
    assertThat(sensor.last()).as("last() of %s", sensor.address()).contains(reading);
    assertThat(reading.nanos()).isBetween(before, t.clock.nanos());
    assertThat(sensor.capability().describe(sensor.type())).isNotBlank();
    if (reading.isUsable()) {
      assertThat(sensor.type().format(reading.value())).isNotBlank();
    } else {
      assertThat(reading.quality()).isNotEqualTo(Quality.GOOD);
      assertThatThrownBy(reading::value).isInstanceOf(HalException.class);
    }
  }

  // ---- frequency and power

  @Test
  void tunesToAFrequencyInRange() throws Exception {
    test(
        t -> {
          TunableLaser laser = t.connect();
          for (double share : new double[] {0, 0.3, 1}) {
            Frequency wanted = t.frequency(share);
            Applied<Frequency> applied = t.set(laser.frequency(), wanted);
            assertThat(applied.requested()).isEqualTo(wanted);
            assertThat(applied.programmed()).isEqualTo(wanted);
            assertThat(applied.confirmation()).isNotNull();
            assertThat(laser.frequency().intended()).contains(wanted);
            t.assertFrequency(wanted);
          }
        });
  }

  @Test
  void roundsAFrequencyToTheNearestStep() throws Exception {
    test(
        t -> {
          TunableLaser laser = t.connect();
          Frequency wanted = inRange(t, ODD) ? ODD : t.frequency(0.5).plus(new FrequencyOffset(3));
          double steps = (double) wanted.hertz() / t.step();
          Frequency nearest = new Frequency(t.step() * (long) StrictMath.rint(steps));
          Applied<Frequency> applied = t.set(laser.frequency(), wanted);
          assertThat(applied.requested()).isEqualTo(wanted);
          assertThat(applied.programmed()).isEqualTo(nearest);
          t.assertFrequency(nearest);
        });
  }

  private static boolean inRange(LaserUnderTest t, Frequency f) {
    return f.compareTo(t.frequency(0)) >= 0 && f.compareTo(t.frequency(1)) <= 0;
  }

  @Test
  void refusesWhatIsOutOfRangeBeforeAByteIsSent() throws Exception {
    test(
        t -> {
          TunableLaser laser = t.connect();
          Frequency low = laser.frequency().capability().lowest().orElseThrow();
          Frequency high = laser.frequency().capability().highest().orElseThrow();
          for (Frequency f :
              List.of(
                  low.plus(new FrequencyOffset(-t.step())),
                  high.plus(new FrequencyOffset(t.step())),
                  new Frequency(1),
                  new Frequency(Long.MAX_VALUE))) {
            t.assertNothingSentBy(() -> laser.frequency().apply(f), Kind.OUT_OF_RANGE);
          }
          double weak = laser.power().capability().lowest().orElseThrow().dbm();
          double strong = laser.power().capability().highest().orElseThrow().dbm();
          for (OpticalPower p :
              List.of(
                  OpticalPower.ofDbm(weak - 0.1),
                  OpticalPower.ofDbm(strong + 0.1),
                  OpticalPower.ofDbm(90),
                  new OpticalPower(0),
                  new OpticalPower(-1))) {
            t.assertNothingSentBy(() -> laser.power().apply(p), Kind.OUT_OF_RANGE);
          }
          assertThat(laser.frequency().intended()).as("what was refused").isEmpty();
        });
  }

  @Test
  void takesThePowerItIsTold() throws Exception {
    test(
        t -> {
          TunableLaser laser = t.connect();
          OpticalPower wanted = OpticalPower.ofDbm(t.power().dbm() + 0.0049);
          Applied<OpticalPower> applied = t.set(laser.power(), wanted);
          assertThat(applied.programmed().dbm()).isCloseTo(wanted.dbm(), within(0.005001));
          assertThat(laser.power().read().value().dbm())
              .isCloseTo(applied.programmed().dbm(), within(1e-9));
        });
  }

  @Test
  void aNewerCommandSupersedesTheOlder() throws Exception {
    test(
        t -> {
          TunableLaser laser = t.connect();
          t.set(laser.frequency(), t.frequency(0.1));
          Operation<Applied<Frequency>> older = laser.frequency().apply(t.frequency(0.9));
          boolean wasRunning = older.state() == Operation.State.RUNNING;
          Frequency last = t.frequency(0.4);
          Operation<Applied<Frequency>> newer = laser.frequency().apply(last);
          if (wasRunning) {
            assertThat(older.state()).isEqualTo(Operation.State.SUPERSEDED);
            t.assertFails(Kind.CANCELLED, () -> older.await(Milestone.SETTLED, t.patience()));
          }
          assertThat(t.settle(newer).programmed()).isEqualTo(last);
          t.assertFrequency(last);
          assertThat(laser.frequency().intended()).contains(last);
        });
  }

  // ---- light

  @Test
  void theLightIsSeenWhenItIsEnabled() throws Exception {
    test(
        t -> {
          needsLight(t);
          TunableLaser laser = t.emit();
          assertThat(laser.enabled().read().value()).isTrue();
          assertThat(laser.light().read().value()).isEqualTo(LightState.EMITTING);
          double told = laser.power().read().value().dbm();
          double tolerance = t.target.limits().power().db();
          laser
              .outputPower()
              .ifPresent(
                  p -> assertThat(p.read().value().dbm()).isCloseTo(told, within(tolerance)));
          t.target
              .truth()
              .ifPresent(
                  truth ->
                      assertThat(truth.light(t.device.id() + "/out").dbm())
                          .isCloseTo(told, within(tolerance)));
        });
  }

  @Test
  void neverClaimsLightInTheDark() throws Exception {
    test(
        t -> {
          TunableLaser laser = t.connect();
          t.assertDark();
          t.set(laser.frequency(), t.frequency(0.6));
          t.set(laser.power(), t.power());
          t.assertDark();
          if (laser.outputPower().isPresent()) {
            Reading<OpticalPower> r = laser.outputPower().get().read();
            assertThat(r.isUsable()).as("a power was measured in the dark: %s", r).isFalse();
            if (r.quality() == Quality.BELOW_RANGE) {
              assertThat(r.valueOrBound()).as("the monitor's floor").isPresent();
            }
          }
        });
  }

  @Test
  void isDarkWhenItWasDisabled() throws Exception {
    test(
        t -> {
          needsLight(t);
          TunableLaser laser = t.emit();
          t.set(laser.enabled(), false);
          t.assertDark();
          assertThat(laser.enabled().read().value()).isFalse();
        });
  }

  @Test
  void disturbsTheLightOnlyAsDeclared() throws Exception {
    test(
        t -> {
          needsLight(t);
          needsTruth(t);
          TunableLaser laser = t.emit();
          Frequency middle = t.frequency(0.5);
          FrequencyOffset little = new FrequencyOffset(10 * t.step());
          assertDisturbance(t, laser.frequency(), middle.plus(little));
          assertDisturbance(t, laser.frequency(), t.frequency(0.8));
          assertDisturbance(t, laser.frequency(), t.frequency(0.8).plus(little));
          assertDisturbance(t, laser.frequency(), middle);
          assertDisturbance(t, laser.power(), OpticalPower.ofDbm(t.power().dbm() + 0.5));
          if (laser.fineTune().isPresent()) {
            assertDisturbance(t, laser.fineTune().get(), little);
          }
        });
  }

  private static <T> void assertDisturbance(LaserUnderTest t, Control<T> control, T value) {
    Disturbance declared = control.disturbance(value);
    assertThat(control.canMakeLight(value)).as("it emits, so any change can move light").isTrue();
    Operation<Applied<T>> operation = control.apply(value);
    boolean dark = t.isTrulyDark();
    while (operation.state() == Operation.State.RUNNING) {
      t.clock.sleep(SAMPLING);
      dark |= t.isTrulyDark();
    }
    assertThat(t.settle(operation).requested()).isEqualTo(value);
    String what = control.address() + " to " + control.type().format(value);
    switch (declared) {
      case NONE, SMOOTH -> assertThat(dark).as("%s declared %s was dark", what, declared).isFalse();
      case DARK_DURING -> assertThat(dark).as("%s declared %s was dark", what, declared).isTrue();
      case GLITCH, UNKNOWN -> {} // anything may happen
    }
    assertThat(t.isTrulyLit())
        .as("%s emits again after setting %s", t.target.name(), what)
        .isTrue();
  }

  // ---- safe

  @Test
  void makingItSafeLeavesItDarkAndSaysHowFarThatIsKnown() throws Exception {
    test(
        t -> {
          needsLight(t);
          t.emit();
          for (int i = 0; i < 2; i++) {
            SafeReport report = t.device.makeSafe(t.patience());
            assertThat(report.outcome())
                .isIn(SafeReport.Outcome.VERIFIED_DARK, SafeReport.Outcome.SENT_UNVERIFIED);
            assertThat(report.text()).isNotBlank();
            if (report.outcome() == SafeReport.Outcome.VERIFIED_DARK) {
              assertThat(report.text()).as("evidence names the floor").contains("floor");
              t.assertDark();
            }
          }
        });
  }

  @Test
  void makingItSafeEndsATuneUnderWayForGood() throws Exception {
    test(
        t -> {
          needsLight(t);
          TunableLaser laser = t.emit();
          Operation<Applied<Frequency>> tune = laser.frequency().apply(t.frequency(0.9));
          SafeReport report = t.device.makeSafe(t.patience());
          assertThat(report.outcome()).isEqualTo(SafeReport.Outcome.VERIFIED_DARK);
          assertThat(tune.state()).isIn(Operation.State.FAILED, Operation.State.CANCELLED);
          for (int i = 0; i < 100; i++) {
            assertThat(t.isTrulyDark()).as("dark for good after being made safe").isTrue();
            t.clock.sleep(Duration.ofMillis(50));
          }
          t.assertDark();
        });
  }

  @Test
  void anUnreachableLaserIsReportedAndMadeSafeFirstWhenItIsBack() throws Exception {
    test(
        t -> {
          needsLight(t);
          LaserTarget.Cable cable = needsCable(t);
          t.emit();
          cable.unplug();
          Deadline deadline = t.in(Duration.ofSeconds(1));
          SafeReport[] report = new SafeReport[1];
          t.assertEndsBy(deadline, "makeSafe", () -> report[0] = t.device.makeSafe(deadline));
          assertThat(report[0].outcome()).isEqualTo(SafeReport.Outcome.PENDING_UNREACHABLE);
          assertThat(t.isTrulyLit()).as("nobody could tell it").isTrue();
          cable.replug();
          t.untilReady();
          t.assertDark();
        });
  }

  // ---- trouble

  @Test
  void survivesBeingUnplugged() throws Exception {
    test(
        t -> {
          LaserTarget.Cable cable = needsCable(t);
          TunableLaser laser = t.connect();
          Operation<Applied<Frequency>> tune = laser.frequency().apply(t.frequency(0.9));
          cable.unplug();
          Deadline deadline = t.in(Duration.ofSeconds(2));
          t.assertEndsBy(
              deadline,
              "read",
              () -> t.assertFails(Kind.DISCONNECTED, () -> laser.frequency().read(deadline)));
          t.until("the tune is lost", () -> tune.state() != Operation.State.RUNNING);
          assertThat(tune.state()).isIn(Operation.State.LOST, Operation.State.COMPLETED);
          assertThat(t.device.state()).isEqualTo(DeviceState.DISCONNECTED);
          assertThat(t.device.health().reasons()).isNotEmpty();
          cable.replug();
          t.untilReady();
          Frequency last = t.frequency(0.2);
          assertThat(t.set(laser.frequency(), last).programmed()).isEqualTo(last);
          t.assertFrequency(last);
        });
  }

  @Test
  void aReadThatIsCutOffSaysSo() throws Exception {
    test(
        t -> {
          LaserTarget.Cable cable = needsCable(t);
          TunableLaser laser = t.connect();
          List<String> ends = new ArrayList<>();
          for (long micros = 100; micros < 30_000; micros = micros * 3 / 2) {
            t.clock.after(micros * 1_000, cable::unplug);
            Deadline deadline = t.in(Duration.ofSeconds(2));
            t.assertEndsBy(deadline, "read", () -> ends.add(readOnce(laser, deadline)));
            t.until("unplugged", () -> t.device.state() == DeviceState.DISCONNECTED);
            cable.replug();
            t.untilReady();
          }
          assertThat(ends).isSubsetOf("value", "DISCONNECTED").contains("DISCONNECTED");
        });
  }

  private static String readOnce(TunableLaser laser, Deadline deadline) {
    try {
      return laser.frequency().read(deadline).isUsable() ? "value" : "no value";
    } catch (HalException e) {
      return e.kind().toString();
    }
  }

  @Test
  void connectingToNothingFailsByItsDeadlineAndCanBeRepeated() throws Exception {
    test(
        t -> {
          LaserTarget.Cable cable = needsCable(t);
          cable.unplug();
          Deadline deadline = t.in(Duration.ofSeconds(1));
          t.assertEndsBy(
              deadline,
              "connect",
              () ->
                  assertThatThrownBy(() -> t.device.connect(Access.CONTROL, deadline))
                      .isInstanceOfSatisfying(
                          HalException.class,
                          e -> assertThat(e.kind()).isIn(Kind.NOT_FOUND, Kind.DISCONNECTED)));
          cable.replug();
          t.connect();
          assertThat(t.device.state()).isEqualTo(DeviceState.READY);
        });
  }

  @Test
  void everyCallEndsByItsDeadline() throws Exception {
    test(
        t -> {
          TunableLaser laser = t.connect();
          for (Duration time :
              List.of(
                  Duration.ZERO,
                  Duration.ofMillis(1),
                  Duration.ofMillis(10),
                  Duration.ofMillis(100))) {
            for (Point p : t.device.points()) {
              if (p instanceof Sensor<?> s) {
                Deadline deadline = t.in(time);
                t.assertEndsBy(deadline, "read " + p.address(), () -> s.read(deadline));
              }
            }
            Deadline a = t.in(time);
            t.assertEndsBy(a, "tune", () -> laser.frequency().apply(t.frequency(0.3), a));
            Deadline b = t.in(time);
            t.assertEndsBy(b, "power", () -> laser.power().apply(t.power(), b));
            Deadline c = t.in(time);
            t.assertEndsBy(c, "disable", () -> laser.enabled().apply(false, c));
            Deadline d = t.in(time);
            t.assertEndsBy(d, "make safe", () -> t.device.makeSafe(d));
          }
          t.untilReady();
          t.assertDark();
        });
  }
}
