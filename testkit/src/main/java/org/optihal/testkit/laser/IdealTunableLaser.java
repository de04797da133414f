package org.optihal.testkit.laser;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.Signal;
import org.optihal.hal.device.Access;
import org.optihal.hal.device.Device;
import org.optihal.hal.device.DeviceState;
import org.optihal.hal.device.Facet;
import org.optihal.hal.device.Health;
import org.optihal.hal.device.Identity;
import org.optihal.hal.device.SafeReport;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.event.Events;
import org.optihal.hal.event.HalEvent;
import org.optihal.hal.laser.TunableLaser;
import org.optihal.hal.link.WireTap;
import org.optihal.hal.link.WireTaps;
import org.optihal.hal.spi.PointHost;
import org.optihal.hal.spi.Truth;

/**
 * A tunable laser without hardware, bytes or noise: the first target of {@link LaserContract}, and
 * a stand-in where a test needs any laser. Each exchange takes a millisecond; tapped, it shows its
 * commands as text.
 */
public final class IdealTunableLaser implements Device, PointHost {
  private static final Duration EXCHANGE = Duration.ofMillis(1);
  private static final Duration BUDGET = Duration.ofSeconds(1);
  private static final Duration RECONNECT = Duration.ofMillis(100);

  private final String id;
  private final HalClock clock;
  private final Events events;
  private final WireTaps.Point tap;
  private final IdealModel model;
  private final IdealLaserPoints laser;
  private final Object lock = new Object();
  private final List<Signal> waiting = new ArrayList<>();
  private DeviceState state = DeviceState.NEW;
  private Access access = Access.OBSERVE;
  private boolean plugged = true;
  private boolean safePending;
  private long epoch;

  public IdealTunableLaser(String id, HalClock clock, Events events, WireTaps taps) {
    this.id = id;
    this.clock = clock;
    this.events = events;
    this.tap = taps.point("ideal:" + id);
    this.model = new IdealModel(id, clock);
    this.laser = new IdealLaserPoints(this, model);
  }

  /** The light itself. */
  public Truth truth() {
    return model;
  }

  // ---- the cable

  /** Pulls the cable; the laser keeps its power and its light. */
  public void unplug() {
    synchronized (lock) {
      plugged = false;
      epoch++;
      waiting.forEach(Signal::raise);
    }
    if (state() == DeviceState.READY) {
      become(DeviceState.DISCONNECTED, "unplugged");
    }
    laser.controls().forEach(c -> c.lose(disconnected(Outcome.UNKNOWN)));
  }

  /** Plugs it in again; a connection comes back by itself. */
  public void replug() {
    long now;
    synchronized (lock) {
      plugged = true;
      now = epoch;
    }
    clock.after(RECONNECT.toNanos(), () -> reconnect(now));
  }

  private void reconnect(long since) {
    boolean dark;
    synchronized (lock) {
      if (state != DeviceState.DISCONNECTED || epoch != since) {
        return;
      }
      dark = access == Access.CONTROL || safePending;
      safePending = false;
    }
    if (dark) {
      model.enable(false); // a link that was lost may have left anything behind
    }
    become(DeviceState.READY, "replugged");
  }

  /** One question or command and its answer. */
  void exchange(String text, Deadline deadline) {
    requireReady();
    talk(text, deadline);
  }

  private void talk(String text, Deadline deadline) {
    Signal signal = clock.signal("an answer of " + id);
    long end = clock.nanos() + EXCHANGE.toNanos();
    long life;
    synchronized (lock) {
      if (!plugged) {
        throw disconnected(Outcome.NOT_SENT);
      }
      life = epoch;
      waiting.add(signal);
    }
    if (deadline.hasPassed(clock)) {
      stopWaiting(signal);
      throw new HalException(Kind.TIMEOUT, Outcome.NOT_SENT, "no time left for " + text).at(id);
    }
    WireTap t = tap.tap();
    if (t != null) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      t.sent("ideal:" + id, clock.nanos(), bytes, 0, bytes.length);
    }
    long until = Math.min(end, deadline.nanos());
    boolean wake = signal.await(until);
    stopWaiting(signal);
    synchronized (lock) {
      if (wake || epoch != life) {
        throw disconnected(Outcome.UNKNOWN);
      }
    }
    if (clock.nanos() < end) {
      throw new HalException(Kind.TIMEOUT, Outcome.UNKNOWN, "no answer to " + text).at(id);
    }
  }

  private void stopWaiting(Signal signal) {
    synchronized (lock) {
      waiting.remove(signal);
    }
  }

  private HalException disconnected(Outcome outcome) {
    return new HalException(Kind.DISCONNECTED, outcome, "it is unplugged")
        .at(id)
        .on("ideal:" + id)
        .advise("plug it in");
  }

  @Override
  public Deadline defaultDeadline() {
    return Deadline.in(clock, BUDGET);
  }

  @Override
  public HalClock clock() {
    return clock;
  }

  private void requireReady() {
    switch (state()) {
      case READY -> {}
      case CLOSED -> throw closed();
      case DISCONNECTED -> throw disconnected(Outcome.NOT_SENT);
      default ->
          throw new HalException(Kind.NOT_READY, Outcome.NOT_SENT, "it is not connected").at(id);
    }
  }

  private HalException closed() {
    return new HalException(Kind.CLOSED, Outcome.NOT_SENT, "it was closed").at(id);
  }

  @Override
  public void requireControl() {
    requireReady();
    synchronized (lock) {
      if (access != Access.CONTROL) {
        throw new HalException(
                Kind.REFUSED, Outcome.NOT_SENT, "it was connected to be observed only")
            .at(id)
            .advise("connect with Access.CONTROL");
      }
    }
  }

  @Override
  public Events events() {
    return events;
  }

  // ---- Device

  @Override
  public String id() {
    return id;
  }

  @Override
  public String driver() {
    return "ideal";
  }

  @Override
  public void connect(Access wanted, Deadline deadline) {
    synchronized (lock) {
      if (state == DeviceState.CLOSED) {
        throw closed();
      }
      if (state == DeviceState.READY && (access == wanted || access == Access.CONTROL)) {
        return;
      }
    }
    become(DeviceState.CONNECTING, "");
    try {
      talk("identify", deadline);
    } catch (HalException e) {
      become(DeviceState.DISCONNECTED, e.what());
      throw e;
    }
    synchronized (lock) {
      access = wanted;
    }
    become(DeviceState.READY, "");
  }

  @Override
  public DeviceState state() {
    synchronized (lock) {
      return state;
    }
  }

  private void become(DeviceState next, String reason) {
    DeviceState before;
    synchronized (lock) {
      before = state;
      if (before == next || before == DeviceState.CLOSED) {
        return;
      }
      state = next;
    }
    if (clock.isInside()) {
      events.publish(new HalEvent.StateChanged(clock.wall(), id, before, next, reason));
    }
  }

  @Override
  public Optional<Identity> identity() {
    return state() == DeviceState.NEW
        ? Optional.empty()
        : Optional.of(new Identity("OptiHAL", "ideal tunable laser", id, "1", Map.of()));
  }

  @Override
  public Health health() {
    DeviceState s = state();
    return s == DeviceState.READY
        ? Health.GOOD
        : new Health(Health.Level.FAILED, List.of(s.word()));
  }

  @Override
  public List<Facet> facets() {
    TunableLaser facet = laser;
    return List.of(facet);
  }

  @Override
  public SafeReport makeSafe(Deadline deadline) {
    HalException reason =
        new HalException(Kind.CANCELLED, Outcome.UNKNOWN, "it was made safe meanwhile").at(id);
    laser.controls().forEach(c -> c.abort(reason));
    SafeReport report;
    try {
      exchange("set enabled off", deadline);
      model.enable(false);
      exchange("get light", deadline);
      report =
          new SafeReport(
              SafeReport.Outcome.VERIFIED_DARK,
              "no emission seen at " + clock.wall() + ", floor " + IdealLaserPoints.FLOOR);
    } catch (HalException e) {
      synchronized (lock) {
        safePending = state != DeviceState.CLOSED && state != DeviceState.NEW;
      }
      report = new SafeReport(SafeReport.Outcome.PENDING_UNREACHABLE, e.what());
    }
    events.publish(new HalEvent.MadeSafe(clock.wall(), id, report));
    return report;
  }

  @Override
  public void close() {
    boolean dark;
    synchronized (lock) {
      dark = state == DeviceState.READY && access == Access.CONTROL;
    }
    if (dark && clock.isInside()) {
      makeSafe(defaultDeadline());
    }
    become(DeviceState.CLOSED, "");
    if (clock.isInside()) {
      laser.controls().forEach(c -> c.lose(closed()));
    }
  }
}
