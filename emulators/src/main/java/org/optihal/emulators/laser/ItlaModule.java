package org.optihal.emulators.laser;

import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.optihal.hal.quantity.OpticalPower;
import org.optihal.protocols.itla.ItlaError;
import org.optihal.protocols.itla.ItlaRegister;
import org.optihal.protocols.itla.Mcb;
import org.optihal.protocols.itla.ResEna;

/**
 * The state machine of an ITLA module: start-up, output enable, pending operations, alarms. It has
 * no timers: whoever looks at it says what time it is, and it catches up first.
 */
final class ItlaModule {
  /** Light comes back this long before an operation is over: done is not settled. Assumed. */
  private static final long RELIGHT_LEAD_NANOS = 200_000_000;

  private static final long CATCH_UP_NANOS = 100_000_000;

  private static final Set<ItlaRegister> TUNING =
      EnumSet.of(
          ItlaRegister.CHANNEL,
          ItlaRegister.CHANNEL_H,
          ItlaRegister.GRID,
          ItlaRegister.GRID2,
          ItlaRegister.FCF1,
          ItlaRegister.FCF2,
          ItlaRegister.FCF3,
          ItlaRegister.FTF);
  private static final Set<ItlaRegister> DARK_ONLY =
      EnumSet.of(ItlaRegister.FCF1, ItlaRegister.FCF2, ItlaRegister.FCF3);

  /** How a command ended, unless it was refused. */
  enum Done {
    NOW,
    PENDING
  }

  /** A command was refused. */
  static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    final ItlaError error;

    Refusal(ItlaError error) {
      super(error.sentence(), null, false, false);
      this.error = error;
    }
  }

  private final ItlaProfile profile;
  private final ItlaSettings settings;
  private final ItlaAlarms alarms;
  private final ItlaOptics optics;
  private final ItlaFrequencies frequencies;
  private final ItlaConditions conditions;
  private long now;
  private long bootedAt;
  private long doneAt;
  private long busyUntil;
  private boolean enabled;
  private boolean heldByPin;

  ItlaModule(ItlaProfile profile, SplittableRandom random, long nanos) {
    this.profile = profile;
    this.settings = new ItlaSettings(profile);
    this.alarms = new ItlaAlarms(settings);
    this.optics = new ItlaOptics(random, profile, nanos);
    this.frequencies = new ItlaFrequencies(profile, settings);
    this.conditions = new ItlaConditions(settings, optics, frequencies);
    this.now = nanos;
    this.bootedAt = nanos;
    this.doneAt = nanos;
    this.busyUntil = nanos;
    alarms.restart();
    tuneTo(nanos);
  }

  /** Lives through what happened until {@code nanos}. */
  void advance(long nanos) {
    while (nanos - now > CATCH_UP_NANOS && optics.isDrifting(now)) {
      step(now + CATCH_UP_NANOS);
    }
    step(Math.max(now, nanos));
  }

  private void step(long nanos) {
    now = nanos;
    conditions.look(enabled, isPending(), now);
    alarms.conditions(conditions.fatal(), conditions.warning(), heldByPin);
    if (enabled && mustShutDown()) {
      disable();
    }
  }

  private boolean mustShutDown() {
    return (settings.get(ItlaRegister.MCB) & Mcb.SHUTDOWN_ON_FATAL) != 0 && alarms.isFatal();
  }

  ItlaProfile profile() {
    return profile;
  }

  ItlaAlarms alarms() {
    return alarms;
  }

  ItlaOptics optics() {
    return optics;
  }

  ItlaSettings settings() {
    return settings;
  }

  ItlaFrequencies frequencies() {
    return frequencies;
  }

  long now() {
    return now;
  }

  boolean isReady() {
    return now >= bootedAt;
  }

  boolean isPending() {
    return now < doneAt;
  }

  boolean isEnabled() {
    return enabled;
  }

  /** Whether the pin DIS* is low. */
  boolean isHeldByPin() {
    return heldByPin;
  }

  /** The pending flags of NOP: bit 0 for what the host asked for, bit 1 for what a fault does. */
  int pendingFlags() {
    return (isPending() ? 1 : 0) | (now < busyUntil ? 2 : 0);
  }

  /** A fault keeps the module busy. */
  void busyUntil(long nanos) {
    busyUntil = nanos;
  }

  OpticalPower light() {
    return new OpticalPower(optics.milliwatts(now) / 1_000);
  }

  /** Switches the output; resets come after the answer, and only one takes the light away. */
  Done resetEnable(int word) throws Refusal {
    if ((word & (ResEna.MODULE_RESET | ResEna.SOFT_RESET)) != 0) {
      return Done.NOW;
    }
    if ((word & ResEna.OUTPUT_ENABLE) == 0) {
      disable();
      return Done.NOW;
    }
    if (!isReady()) {
      throw new Refusal(ItlaError.CII);
    }
    if (now < busyUntil) {
      throw new Refusal(ItlaError.CIP);
    }
    if (heldByPin || mustShutDown()) {
      throw new Refusal(ItlaError.EXF);
    }
    if (!enabled) {
      enabled = true;
      lock(profile.times().enable().toNanos());
    }
    return isPending() ? Done.PENDING : Done.NOW;
  }

  /** Writes one of {@link ItlaSettings}. */
  Done set(ItlaRegister register, int value) throws Refusal {
    if (!isReady()) {
      throw new Refusal(ItlaError.CII);
    }
    if (pendingFlags() != 0 && TUNING.contains(register)) {
      throw new Refusal(ItlaError.CIP);
    }
    if (enabled && DARK_ONLY.contains(register)) {
      throw new Refusal(ItlaError.CIE);
    }
    if (!ItlaSettings.accepts(register, value) || !frequencies.accepts(register, value)) {
      throw new Refusal(ItlaError.RVE);
    }
    settings.set(register, value);
    switch (register) {
      case CHANNEL -> {
        if (enabled) {
          lock(profile.times().tune().toNanos());
          return Done.PENDING;
        }
        tuneTo(now);
      }
      case FTF -> {
        optics.shift(frequencies.wanted(), frequencies.reachable());
        if (enabled) {
          doneAt = now + profile.times().fineTune().toNanos();
          return Done.PENDING;
        }
      }
      case PWR -> optics.power(now, value / 100.0);
      case LOW_NOISE -> optics.whisper(value == 2, now);
      case GRID, GRID2, FCF1, FCF2, FCF3 -> {
        if (!enabled) {
          tuneTo(now);
        }
      }
      default -> {}
    }
    return Done.NOW;
  }

  private void lock(long nanos) {
    doneAt = now + nanos;
    long relight = Math.max(now, doneAt - RELIGHT_LEAD_NANOS);
    tuneTo(relight);
    optics.relight(now, relight, settings.get(ItlaRegister.PWR) / 100.0);
    step(now);
  }

  private void tuneTo(long lockNanos) {
    optics.tune(frequencies.wanted(), frequencies.reachable(), lockNanos);
  }

  private void disable() {
    enabled = false;
    doneAt = now;
    optics.dark(now);
  }

  /** Restarts: dark, power-up settings, and not ready for a while. */
  void restart() {
    disable();
    settings.restore();
    optics.whisper(false, now);
    alarms.restart();
    busyUntil = now;
    bootedAt = now + profile.times().boot().toNanos();
    tuneTo(now);
  }

  /** The pin DIS*: takes the light away, and does not give it back when released. */
  void pinDisable(boolean held) {
    heldByPin = held;
    if (held) {
      disable();
    }
    step(now);
  }
}
