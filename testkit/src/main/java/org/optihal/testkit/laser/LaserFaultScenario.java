package org.optihal.testkit.laser;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.device.Access;
import org.optihal.hal.device.Device;
import org.optihal.hal.device.DeviceState;
import org.optihal.hal.device.SafeReport;
import org.optihal.hal.laser.LightState;
import org.optihal.hal.laser.TunableLaser;
import org.optihal.hal.operation.Milestone;
import org.optihal.hal.point.Act;
import org.optihal.hal.point.Control;
import org.optihal.hal.point.Point;
import org.optihal.hal.point.Sensor;
import org.optihal.hal.quantity.Frequency;
import org.optihal.hal.quantity.OpticalPower;
import org.optihal.testkit.fault.FaultCampaign;
import org.optihal.testkit.fault.Trial;

/**
 * Uses a tunable laser at random while things go wrong, and as usual when they are over. What the
 * device says is compared with the emulation: its light, and of its model's state {@code enabled}
 * (yes, no), {@code tuned-mhz} and {@code set-point-dbm} where the model has them.
 */
public final class LaserFaultScenario implements FaultCampaign.Scenario {
  private static final Duration CALL = Duration.ofSeconds(2);
  private static final double HALF_HUNDREDTH = 0.0051;
  private static final double LEAST_SEEN_DBM = -30;

  private final String id;
  private final LaserTarget.Limits limits;

  /**
   * @param id of the laser
   * @param limits what may be expected of it
   */
  public LaserFaultScenario(String id, LaserTarget.Limits limits) {
    this.id = id;
    this.limits = limits;
  }

  @Override
  public void run(Trial trial) {
    new Run(trial).run();
  }

  /** What can be seen of the truth at one instant. */
  private record Look(boolean dark, double dbm, Map<String, String> state) {}

  private final class Run {
    private final Trial trial;
    private final Device device;
    private final SplittableRandom random;
    private Look before;
    private Look earlier;

    Run(Trial trial) {
      this.trial = trial;
      this.device = trial.hal().device(id);
      this.random = trial.random();
      this.before = look();
      this.earlier = before;
    }

    private Look look() {
      OpticalPower light = trial.truth().light(id + "/out");
      return new Look(trial.truth().isDark(id), light.dbm(), trial.truth().state(id));
    }

    void run() {
      connect();
      TunableLaser laser = device.as(TunableLaser.class);
      while (!trial.isQuiet()) {
        step(laser);
        trial.clock().sleep(Duration.ofMillis(random.nextInt(100)));
      }
      trial.until("ready again", limits.patience(), () -> device.state() == DeviceState.READY);
      recover(laser);
    }

    private void connect() {
      trial.until(
          "connected",
          limits.patience(),
          () ->
              trial
                  .call(
                      "connect",
                      Duration.ofSeconds(5),
                      deadline -> {
                        if (device.state() != DeviceState.READY) {
                          device.connect(Access.CONTROL, deadline);
                        }
                        return true;
                      })
                  .isPresent());
    }

    private void step(TunableLaser laser) {
      Duration time = random.nextInt(4) == 0 ? Duration.ofMillis(random.nextInt(60)) : CALL;
      switch (random.nextInt(12)) {
        case 0 -> apply(laser.frequency(), frequency(laser), time);
        case 1 -> apply(laser.power(), power(laser), time);
        case 2 -> apply(laser.enabled(), limits.mayEmit(), time);
        case 3 -> apply(laser.enabled(), false, time);
        case 4 -> makeSafe(time);
        default -> readOne(laser, time);
      }
    }

    private void readOne(TunableLaser laser, Duration time) {
      switch (random.nextInt(5)) {
        case 0 -> read(laser.frequency(), time, this::isFrequency);
        case 1 -> read(laser.power(), time, this::isSetPoint);
        case 2 -> read(laser.enabled(), time, this::isEnabled);
        case 3 -> read(laser.light(), time, this::isLight);
        default -> laser.outputPower().ifPresent(p -> read(p, time, this::isOutput));
      }
    }

    private Frequency frequency(TunableLaser laser) {
      long low = laser.frequency().capability().lowest().orElseThrow().hertz() / 1_000_000;
      long high = laser.frequency().capability().highest().orElseThrow().hertz() / 1_000_000;
      return Frequency.ofMegahertz(random.nextLong(low, high + 1));
    }

    private OpticalPower power(TunableLaser laser) {
      double low = laser.power().capability().lowest().orElseThrow().dbm();
      double high = laser.power().capability().highest().orElseThrow().dbm();
      return OpticalPower.ofDbm(low + random.nextInt(1001) / 1000.0 * (high - low));
    }

    private <T> void apply(Control<T> control, T value, Duration time) {
      remember();
      trial.call("setting " + control.address(), time, d -> control.apply(value, d));
    }

    private void makeSafe(Duration time) {
      Optional<SafeReport> report = trial.call("makeSafe", time, device::makeSafe);
      report
          .filter(r -> r.outcome() == SafeReport.Outcome.VERIFIED_DARK)
          .ifPresent(r -> mustBe(look().dark(), "dark after the report '" + r.text() + "'"));
    }

    private static void mustBe(boolean condition, String what) {
      if (!condition) {
        throw new AssertionError("in truth it is not " + what);
      }
    }

    // ---- the truth

    private void remember() {
      earlier = before;
      before = look();
    }

    private <T> void read(Sensor<T> sensor, Duration time, Predicate<T> isTrue) {
      remember();
      trial.read(sensor, time, isTrue);
    }

    /** True at the beginning or at the end of a read, or on the way from the state before. */
    private boolean wasTrue(Predicate<Look> condition) {
      return condition.test(before) || condition.test(look()) || condition.test(earlier);
    }

    private boolean has(String key, Predicate<String> condition) {
      return wasTrue(l -> !l.state.containsKey(key) || condition.test(l.state.get(key)));
    }

    private boolean isFrequency(Frequency value) {
      return has(
          "tuned-mhz",
          text ->
              StrictMath.abs(value.hertz() - Long.parseLong(text) * 1_000_000)
                  <= limits.frequency().hertz());
    }

    private boolean isSetPoint(OpticalPower value) {
      return has(
          "set-point-dbm",
          text -> StrictMath.abs(value.dbm() - Double.parseDouble(text)) < HALF_HUNDREDTH);
    }

    private boolean isEnabled(Boolean value) {
      return has("enabled", text -> text.equals(value ? "yes" : "no"));
    }

    private boolean isLight(LightState value) {
      return switch (value) {
        case EMITTING -> wasTrue(l -> !l.dark);
        case NONE_SEEN -> wasTrue(l -> l.dbm < LEAST_SEEN_DBM);
        case UNKNOWN -> true;
      };
    }

    /** Between the powers at both ends: it may just be rising or falling. */
    private boolean isOutput(OpticalPower value) {
      Look now = look();
      double low = Math.min(Math.min(before.dbm, now.dbm), earlier.dbm) - limits.power().db();
      double high = Math.max(Math.max(before.dbm, now.dbm), earlier.dbm) + limits.power().db();
      return value.dbm() >= low && value.dbm() <= high;
    }

    // ---- afterwards

    /** With all faults over, the laser works as if nothing had been. */
    private void recover(TunableLaser laser) {
      set(laser.frequency(), frequency(laser));
      set(laser.power(), power(laser));
      if (limits.mayEmit()) {
        clearAlarms();
        set(laser.enabled(), true);
        mustBe(!look().dark(), "lit after it was enabled");
      }
      for (int i = 0; i < 10; i++) {
        readOne(laser, CALL);
      }
      SafeReport report = device.makeSafe(Deadline.in(trial.clock(), limits.patience()));
      mustBe(
          report.outcome() == SafeReport.Outcome.VERIFIED_DARK && look().dark(),
          "dark in the end: " + report);
    }

    /**
     * A fatal alarm that stands is for a person to clear; the faults may have brought one about.
     */
    private void clearAlarms() {
      for (Point p : device.points()) {
        if (p instanceof Act act && p.address().point().equals("clearAlarms")) {
          trial.until(
              "alarms cleared",
              limits.patience(),
              () -> trial.call("clearing alarms", CALL, act::run).isPresent());
        }
      }
    }

    /** A first attempt may still meet what a fault left on the line. */
    private <T> void set(Control<T> control, T value) {
      trial.until(
          control.address() + " set to " + control.type().format(value),
          limits.patience(),
          () ->
              trial
                  .call(
                      "setting " + control.address(),
                      limits.patience(),
                      d -> control.apply(value, d).await(Milestone.SETTLED, d))
                  .isPresent());
    }
  }
}
