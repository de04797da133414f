package org.optihal.testkit.laser;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.light.Detection;
import org.optihal.hal.light.Light;
import org.optihal.hal.quantity.Frequency;
import org.optihal.hal.quantity.FrequencyOffset;
import org.optihal.hal.quantity.OpticalPower;
import org.optihal.hal.spi.Truth;

/** The light of an ideal laser: exactly what was set, after exactly so much time. */
final class IdealModel implements Truth {
  /** Dark while it tunes, and until it emits after being enabled. */
  static final Duration TUNING = Duration.ofMillis(200);

  private static final OpticalPower NONE = new OpticalPower(0);

  private final String id;
  private final HalClock clock;
  private Frequency tuned = Frequency.ofMegahertz(193_100_000);
  private Frequency target = tuned;
  private FrequencyOffset shift = FrequencyOffset.ZERO;
  private OpticalPower power = OpticalPower.ofDbm(10);
  private boolean enabled;
  private long changed;

  IdealModel(String id, HalClock clock) {
    this.id = id;
    this.clock = clock;
    this.changed = clock.nanos() - TUNING.toNanos();
  }

  synchronized void tune(Frequency frequency) {
    advance();
    target = frequency;
    shift = FrequencyOffset.ZERO;
    changed = clock.nanos();
  }

  synchronized void shift(FrequencyOffset offset) {
    shift = offset;
  }

  synchronized void power(OpticalPower newPower) {
    power = newPower;
  }

  synchronized void enable(boolean on) {
    if (on && !enabled) {
      advance();
      changed = clock.nanos();
    }
    enabled = on;
  }

  private boolean isMoving() {
    return clock.nanos() - changed < TUNING.toNanos();
  }

  private void advance() {
    if (!isMoving()) {
      tuned = target;
    }
  }

  synchronized boolean isTuning() {
    advance();
    return !tuned.equals(target);
  }

  synchronized boolean isEnabled() {
    return enabled;
  }

  synchronized Frequency frequency() {
    advance();
    return tuned.plus(shift);
  }

  synchronized FrequencyOffset shift() {
    return shift;
  }

  synchronized OpticalPower power() {
    return power;
  }

  synchronized OpticalPower light() {
    return enabled && !isMoving() ? power : NONE;
  }

  // ---- Truth

  @Override
  public OpticalPower light(String port) {
    if (!port.equals(id + "/out")) {
      throw new HalException(
              Kind.NOT_FOUND, Outcome.NOT_APPLICABLE, "there is no port '" + port + "'")
          .advise("there is " + id + "/out");
    }
    return light();
  }

  @Override
  public Light entering(String port) {
    light(port);
    return Light.DARK;
  }

  @Override
  public synchronized Light leaving(String port) {
    double watts = light(port).watts();
    return watts == 0
        ? Light.DARK
        : new Light(
            List.of(new Light.Line(id, frequency().hertz(), 0, watts, 0, 1, 0, 0)),
            new double[] {0, 1},
            Map.of());
  }

  @Override
  public Detection detection(String detector) {
    throw new HalException(
        Kind.NOT_FOUND, Outcome.NOT_APPLICABLE, "there is no detector '" + detector + "'");
  }

  @Override
  public synchronized Map<String, String> state(String device) {
    Map<String, String> state = new TreeMap<>();
    state.put("enabled", enabled ? "yes" : "no");
    state.put("tuned-mhz", Long.toString(frequency().hertz() / 1_000_000));
    state.put("set-point-dbm", String.format(Locale.ROOT, "%.4f", power.dbm()));
    return state;
  }

  @Override
  public List<String> damage() {
    return List.of();
  }
}
