package org.optihal.drivers.device;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.optihal.drivers.port.PortListener;
import org.optihal.drivers.port.PortProfile;
import org.optihal.drivers.port.Ports;
import org.optihal.drivers.port.SharedPort;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.clock.Cancellable;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.device.Access;
import org.optihal.hal.device.Device;
import org.optihal.hal.device.DeviceState;
import org.optihal.hal.device.Health;
import org.optihal.hal.device.Identity;
import org.optihal.hal.device.SafeReport;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.event.Events;
import org.optihal.hal.event.HalEvent;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.hal.point.Point;
import org.optihal.hal.spi.DeviceContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of a device on a port: connect, identify, reconnect, make safe, let go. A driver adds
 * what to say.
 *
 * <p>Nothing but identification is sent in a new life of the link until the device is known to be
 * the same: application calls go through {@link #line}, which belongs to one life.
 */
public abstract class PortDevice implements Device, PointHost, PortListener {
  private static final Logger LOG = LoggerFactory.getLogger(PortDevice.class);
  private static final int SILENCE_LIMIT = 3;
  private static final Duration BRING_UP_RETRY = Duration.ofSeconds(1);

  private final DeviceContext context;
  private final String driver;
  private final DeviceUrl url;
  private final PortProfile profile;
  private final Budget budget;
  private final Duration pollPeriod;
  private final AtomicLong retries = new AtomicLong();
  private final Object lock = new Object();
  private @Nullable SharedPort port;
  private @Nullable Line line;
  private @Nullable Identity identity;
  private @Nullable Cancellable polling;
  private @Nullable HalException trouble;
  private DeviceState state = DeviceState.NEW;
  private Access access = Access.OBSERVE;
  private boolean safePending;
  private int silences;

  protected PortDevice(
      DeviceContext context,
      String driver,
      DeviceUrl url,
      PortProfile profile,
      Budget budget,
      Duration pollPeriod) {
    this.context = context;
    this.driver = driver;
    this.url = url;
    this.profile = profile;
    this.budget = budget;
    this.pollPeriod = pollPeriod;
  }

  // ---- what a driver adds

  /** Asks who is there, in a life of the link in which nothing is known yet. Queries only. */
  protected abstract Identity identify(Line fresh, Deadline deadline);

  /** Learns capabilities, and sets up what the driver needs if {@code control}. */
  protected abstract void prepare(Line fresh, boolean control, Deadline deadline);

  /** Brings the device into its safe state and looks whether it is; at SAFETY priority. */
  protected abstract SafeReport darken(Line safe, Deadline deadline);

  /** Looks after the device once per period. */
  protected abstract void poll(Line ready, Deadline deadline);

  /** Last words before the link closes, such as restoring the line speed. */
  protected abstract void leave(Line ready, Deadline deadline);

  /** Alarms and the like, for {@link #health}. */
  protected abstract List<String> complaints();

  // ---- Device

  @Override
  public final String id() {
    return context.entry().id();
  }

  @Override
  public final String driver() {
    return driver;
  }

  @Override
  public final HalClock clock() {
    return context.clock();
  }

  @Override
  public final Events events() {
    return context.events();
  }

  /** Runs what goes on after its caller has left. */
  public final org.optihal.hal.clock.PollScheduler scheduler() {
    return context.scheduler();
  }

  @Override
  public final Deadline defaultDeadline() {
    return Deadline.in(clock(), budget.total());
  }

  /** For one look at a device by the scheduler, which has others to look at: one attempt. */
  public final Deadline pollDeadline() {
    return Deadline.in(clock(), budget.io().multipliedBy(2));
  }

  @Override
  public final DeviceState state() {
    synchronized (lock) {
      return state;
    }
  }

  @Override
  public final Optional<Identity> identity() {
    synchronized (lock) {
      return Optional.ofNullable(identity);
    }
  }

  /** Commands repeated after line trouble, since the device was made. */
  public final long retries() {
    return retries.get();
  }

  @Override
  public final Health health() {
    List<String> reasons = new ArrayList<>();
    DeviceState s;
    HalException why;
    synchronized (lock) {
      s = state;
      why = trouble;
    }
    if (s != DeviceState.READY) {
      reasons.add(s.word() + (why == null ? "" : ": " + why.what()));
    }
    reasons.addAll(complaints());
    Health.Level level =
        s != DeviceState.READY
            ? Health.Level.FAILED
            : reasons.isEmpty() ? Health.Level.GOOD : Health.Level.DEGRADED;
    return new Health(level, reasons);
  }

  @Override
  public final void connect(Access wanted, Deadline deadline) {
    SharedPort p;
    synchronized (lock) {
      if (state == DeviceState.CLOSED) {
        throw closed();
      }
      if (state == DeviceState.READY && (access == wanted || access == Access.CONTROL)) {
        return;
      }
      if (state == DeviceState.CONNECTING) {
        throw new HalException(Kind.BUSY, Outcome.NOT_SENT, "it is being connected already")
            .at(id());
      }
      access = wanted;
      p = port;
      if (p == null) {
        p = Ports.acquire(context, url, profile);
        p.port().addListener(this);
        port = p;
      }
    }
    become(DeviceState.CONNECTING, "");
    try {
      bringUp(p, p.open(deadline), deadline);
    } catch (HalException e) {
      fall(e);
      throw e.at(id());
    }
  }

  private void bringUp(SharedPort p, long epoch, Deadline deadline) {
    Line fresh = new Line(id(), p.port(), epoch, budget, retries);
    Identity found = identify(fresh, deadline);
    if (!isExpected(found)) {
      found = identify(fresh, deadline); // a damaged answer is not another device
      requireExpected(found);
    }
    Access how;
    boolean darkFirst;
    synchronized (lock) {
      boolean again = identity != null;
      how = access;
      darkFirst =
          safePending
              || (again
                  && how == Access.CONTROL
                  && context.entry().onLinkLoss() == DeviceEntry.ReconnectPolicy.SAFE);
      identity = found;
    }
    if (darkFirst) {
      report(darken(fresh, deadline));
    }
    prepare(fresh, how == Access.CONTROL, deadline);
    synchronized (lock) {
      if (state == DeviceState.CLOSED) {
        return;
      }
      line = fresh;
      silences = 0;
      trouble = null;
      safePending = false;
      if (polling == null) {
        polling = context.scheduler().every(pollPeriod, this::pollOnce);
      }
    }
    become(DeviceState.READY, found.toString());
  }

  private boolean isExpected(Identity found) {
    try {
      requireExpected(found);
      return true;
    } catch (HalException e) {
      return false;
    }
  }

  private void requireExpected(Identity found) {
    Map<String, String> said =
        Map.of(
            "manufacturer", found.manufacturer(),
            "model", found.model(),
            "serial", found.serial(),
            "firmware", found.firmware());
    for (Map.Entry<String, String> e : context.entry().identity().entrySet()) {
      String is = said.getOrDefault(e.getKey(), found.more().getOrDefault(e.getKey(), ""));
      requireSame(e.getKey(), e.getValue(), is);
    }
    Identity before = identity().orElse(null);
    if (before != null) {
      requireSame("serial", before.serial(), found.serial());
    }
  }

  private void requireSame(String name, String expected, String found) {
    if (!expected.equals(found)) {
      throw new HalException(
              Kind.IDENTITY_MISMATCH,
              Outcome.NOT_SENT,
              "another device answers: "
                  + name
                  + " is '"
                  + found
                  + "', expected '"
                  + expected
                  + "'")
          .at(id())
          .on(url.toString())
          .advise("plug in the right device, or correct its identity in the bench file");
    }
  }

  /** Bringing up failed: say what it is. */
  private void fall(HalException e) {
    synchronized (lock) {
      line = null;
      trouble = e;
    }
    become(
        switch (e.kind()) {
          case IDENTITY_MISMATCH -> DeviceState.WRONG_DEVICE;
          case NOT_FOUND, NO_PERMISSION, IN_USE, DISCONNECTED -> DeviceState.DISCONNECTED;
          case CLOSED -> DeviceState.CLOSED;
          default -> DeviceState.UNRESPONSIVE;
        },
        e.what());
  }

  // ---- PortListener

  @Override
  public final void portDown(HalException reason) {
    synchronized (lock) {
      if (state == DeviceState.CLOSED) {
        return;
      }
      line = null;
      trouble = reason;
    }
    HalException lost =
        new HalException(Kind.DISCONNECTED, Outcome.UNKNOWN, reason.what())
            .at(id())
            .on(url.toString());
    controls().forEach(c -> c.lose(lost));
    if (state() != DeviceState.CONNECTING) {
      become(DeviceState.DISCONNECTED, reason.what());
    }
  }

  @Override
  public final void portUp(long epoch) {
    SharedPort p;
    synchronized (lock) {
      boolean known = line != null && line.epoch() == epoch;
      if (state == DeviceState.CLOSED || state == DeviceState.CONNECTING || known || port == null) {
        return;
      }
      p = port;
    }
    become(DeviceState.CONNECTING, "");
    try {
      bringUp(p, epoch, Deadline.in(clock(), budget.total().multipliedBy(4)));
    } catch (HalException e) {
      fall(e.at(id()));
      if (p.port().epoch() == epoch && e.kind() != Kind.IDENTITY_MISMATCH) {
        context
            .scheduler()
            .once(BRING_UP_RETRY, () -> clock().spawn("reconnect-" + id(), () -> retry(p, epoch)));
      }
    }
  }

  private void retry(SharedPort p, long epoch) {
    if (p.port().epoch() == epoch && state() == DeviceState.UNRESPONSIVE) {
      portUp(epoch);
    }
  }

  private void pollOnce() {
    Line l;
    synchronized (lock) {
      l = line;
    }
    if (l == null) {
      return;
    }
    try {
      poll(l, pollDeadline());
      synchronized (lock) {
        silences = 0;
      }
    } catch (HalException e) {
      silent(l, e);
    }
  }

  /** A link that is healthy and a device that is not: after some silence, start over. */
  private void silent(Line l, HalException e) {
    if (e.kind() == Kind.DISCONNECTED || e.kind() == Kind.BUSY || e.kind() == Kind.PREEMPTED) {
      return; // told by the port, or somebody else's turn
    }
    SharedPort p;
    synchronized (lock) {
      if (l != line || ++silences < SILENCE_LIMIT || port == null) {
        return;
      }
      p = port;
    }
    LOG.warn(
        "device={} link={} no sensible answer {} times, starting over: {}",
        id(),
        url,
        SILENCE_LIMIT,
        e.what());
    p.restart(e.on(url.toString()));
  }

  // ---- for points

  /**
   * The way to the device, while it is known to be this one.
   *
   * @throws HalException NOT_READY, DISCONNECTED, IDENTITY_MISMATCH or CLOSED
   */
  protected final Line line() {
    synchronized (lock) {
      Line l = line;
      if (l != null) {
        return l;
      }
      HalException why = trouble;
      throw switch (state) {
        case CLOSED -> closed();
        case WRONG_DEVICE, DISCONNECTED, UNRESPONSIVE -> why != null ? notSent(why) : notReady();
        case NEW, CONNECTING, READY -> notReady();
      };
    }
  }

  private HalException notSent(HalException why) {
    return new HalException(why.kind(), Outcome.NOT_SENT, why.what(), why.context(), why)
        .at(id())
        .on(url.toString());
  }

  private HalException notReady() {
    return new HalException(Kind.NOT_READY, Outcome.NOT_SENT, "it is not connected")
        .at(id())
        .on(url.toString());
  }

  private HalException closed() {
    return new HalException(Kind.CLOSED, Outcome.NOT_SENT, "it was closed").at(id());
  }

  @Override
  public final void requireControl() {
    line();
    synchronized (lock) {
      if (access != Access.CONTROL) {
        throw new HalException(
                Kind.REFUSED, Outcome.NOT_SENT, "it was connected to be observed only")
            .at(id())
            .advise("connect with Access.CONTROL");
      }
    }
  }

  private List<ControlPoint<?>> controls() {
    List<ControlPoint<?>> found = new ArrayList<>();
    for (Point p : points()) {
      if (p instanceof ControlPoint<?> c) {
        found.add(c);
      }
    }
    return found;
  }

  // ---- safe and closed

  @Override
  public final SafeReport makeSafe(Deadline deadline) {
    Line l;
    synchronized (lock) {
      l = line;
      if (l == null) {
        safePending = state != DeviceState.CLOSED && state != DeviceState.NEW;
      }
    }
    HalException reason =
        new HalException(Kind.CANCELLED, Outcome.UNKNOWN, "the device was made safe meanwhile")
            .at(id());
    controls().forEach(c -> c.abort(reason));
    SafeReport report;
    try {
      report = l != null ? darken(l, deadline) : unreachable("it is " + state().word());
    } catch (HalException e) {
      synchronized (lock) {
        safePending = true;
      }
      report = unreachable(e.what());
    }
    return report(report);
  }

  private static SafeReport unreachable(String why) {
    return new SafeReport(
        SafeReport.Outcome.PENDING_UNREACHABLE,
        why
            + "; the device keeps doing what it did, and is made safe first after it answers again");
  }

  private SafeReport report(SafeReport report) {
    events().publish(new HalEvent.MadeSafe(clock().wall(), id(), report));
    return report;
  }

  @Override
  public final void close() {
    SharedPort p;
    Line l;
    boolean darkFirst;
    synchronized (lock) {
      if (state == DeviceState.CLOSED) {
        return;
      }
      p = port;
      l = line;
      darkFirst =
          access == Access.CONTROL
              && l != null
              && context.entry().onStop() == DeviceEntry.StopPolicy.SAFE;
      if (polling != null) {
        polling.cancel();
      }
    }
    if (darkFirst) {
      makeSafe(defaultDeadline());
    }
    if (l != null) {
      try {
        leave(l, defaultDeadline());
      } catch (HalException e) {
        LOG.warn("device={} link={} left without last words: {}", id(), url, e.what());
      }
    }
    HalException reason = closed();
    controls().forEach(c -> c.lose(reason));
    synchronized (lock) {
      line = null;
    }
    become(DeviceState.CLOSED, "");
    if (p != null) {
      p.release(this);
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
    events().publish(new HalEvent.StateChanged(clock().wall(), id(), before, next, reason));
  }
}
