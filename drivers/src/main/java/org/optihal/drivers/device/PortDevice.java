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
import org.optihal.hal.spi.ControlPoint;
import org.optihal.hal.spi.DeviceContext;
import org.optihal.hal.spi.PointHost;
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
  private boolean safePending; // asked for, and not yet done in a way that was answered
  private boolean controlled; // set up at least once with Access.CONTROL
  private boolean lost; // the link was lost since then
  private boolean closing;
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
    DeviceState before;
    synchronized (lock) {
      refuseIfClosing();
      if (state == DeviceState.READY && (access == wanted || access == Access.CONTROL)) {
        return;
      }
      if (state == DeviceState.CONNECTING) {
        throw new HalException(Kind.BUSY, Outcome.NOT_SENT, "it is being connected already")
            .at(id());
      }
      p = port;
      if (p == null) {
        p = Ports.acquire(context, url, profile);
        p.port().addListener(this);
        port = p;
      }
      access = wanted; // also for later attempts, should this one fail
      before = begin();
    }
    tell(before, DeviceState.CONNECTING, "");
    try {
      bringUp(p, p.open(deadline), wanted, deadline);
    } catch (HalException e) {
      fall(e);
      if (before == DeviceState.READY) {
        retryLater(p); // it was in use: somebody has to bring it back
      }
      throw e.at(id());
    }
  }

  private void refuseIfClosing() {
    if (closing) {
      throw closed();
    }
  }

  /** Called under the lock: one bring-up at a time. */
  private DeviceState begin() {
    DeviceState before = state;
    state = DeviceState.CONNECTING;
    line = null;
    return before;
  }

  /** A request to make the device safe is served before it is ready, whenever it comes. */
  private void bringUp(SharedPort p, long epoch, Access wanted, Deadline deadline) {
    Line fresh = new Line(id(), p.port(), epoch, budget, retries);
    Identity found = identify(fresh, deadline);
    if (!isExpected(found)) {
      found = identify(fresh, deadline); // a damaged answer is not another device
      requireExpected(found);
    }
    boolean dark;
    synchronized (lock) {
      identity = found;
      dark = lost && controlled && context.entry().onLinkLoss() == DeviceEntry.ReconnectPolicy.SAFE;
    }
    boolean prepared = false;
    while (true) {
      synchronized (lock) {
        refuseIfClosing();
        dark |= safePending;
        if (!dark && prepared) {
          takeIntoUse(fresh, wanted);
          break;
        }
      }
      if (dark) {
        darkenNow(fresh, deadline);
        dark = false;
      } else {
        prepare(fresh, wanted == Access.CONTROL, deadline);
        prepared = true;
      }
    }
    become(DeviceState.READY, found.toString());
  }

  /** Called under the lock. */
  private void takeIntoUse(Line fresh, Access wanted) {
    line = fresh;
    controlled |= wanted == Access.CONTROL;
    lost = false;
    silences = 0;
    trouble = null;
    if (polling == null) {
      polling = context.scheduler().every(pollPeriod, this::pollOnce);
    }
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
    DeviceState next =
        switch (e.kind()) {
          case IDENTITY_MISMATCH -> DeviceState.WRONG_DEVICE;
          case NOT_FOUND, NO_PERMISSION, IN_USE, DISCONNECTED -> DeviceState.DISCONNECTED;
          default -> DeviceState.UNRESPONSIVE;
        };
    DeviceState before;
    synchronized (lock) {
      before = state;
      if (before == DeviceState.CLOSED) {
        return;
      }
      line = null;
      trouble = e;
      state = next;
    }
    if (before != next) {
      tell(before, next, e.what());
    }
  }

  // ---- PortListener

  @Override
  public final void portDown(HalException reason) {
    DeviceState before;
    synchronized (lock) {
      if (state == DeviceState.CLOSED) {
        return;
      }
      lost |= line != null;
      line = null;
      trouble = reason;
      before = state;
      if (before != DeviceState.CONNECTING) { // else the bring-up finds out by itself
        state = DeviceState.DISCONNECTED;
      }
    }
    HalException broken =
        new HalException(Kind.DISCONNECTED, Outcome.UNKNOWN, reason.what())
            .at(id())
            .on(url.toString());
    controls().forEach(c -> c.lose(broken));
    if (before != DeviceState.CONNECTING && before != DeviceState.DISCONNECTED) {
      tell(before, DeviceState.DISCONNECTED, reason.what());
    }
  }

  @Override
  public final void portUp(long epoch) {
    SharedPort p;
    DeviceState before;
    Access as;
    synchronized (lock) {
      boolean known = line != null && line.epoch() == epoch;
      if (closing || known || port == null || state == DeviceState.CONNECTING) {
        return;
      }
      p = port;
      as = access;
      before = begin();
    }
    tell(before, DeviceState.CONNECTING, "");
    try {
      bringUp(p, epoch, as, Deadline.in(clock(), budget.total().multipliedBy(4)));
    } catch (HalException e) {
      fall(e.at(id()));
      if (p.port().epoch() != epoch || e.kind() != Kind.IDENTITY_MISMATCH) {
        retryLater(p);
      }
    }
  }

  private void retryLater(SharedPort p) {
    context
        .scheduler()
        .once(BRING_UP_RETRY, () -> clock().spawn("reconnect-" + id(), () -> retry(p)));
  }

  /** In whichever life of the link it is by now; without one the port tries. */
  private void retry(SharedPort p) {
    long epoch = p.port().epoch();
    if (epoch != 0 && state() != DeviceState.READY) {
      portUp(epoch);
    }
  }

  private void pollOnce() {
    Line l;
    boolean dark;
    synchronized (lock) {
      l = line;
      dark = safePending;
    }
    if (l == null) {
      return;
    }
    try {
      if (dark) {
        darkenNow(l, pollDeadline());
      }
      poll(l, pollDeadline());
      answered();
    } catch (HalException e) {
      switch (e.kind()) {
        case TIMEOUT, FRAMING, CHECKSUM, UNEXPECTED_REPLY -> silent(l, e);
        case DISCONNECTED, BUSY, PREEMPTED, CLOSED -> {} // told by the port, or another's turn
        default -> answered(); // a refusal is an answer
      }
    }
  }

  private void answered() {
    synchronized (lock) {
      silences = 0;
    }
  }

  /** A link that is healthy and a device that is not: after some silence, start over. */
  private void silent(Line l, HalException e) {
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
      refuseIfClosing();
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
    DeviceState is;
    synchronized (lock) {
      l = line;
      is = state;
      safePending = is != DeviceState.CLOSED;
    }
    HalException reason =
        new HalException(Kind.CANCELLED, Outcome.UNKNOWN, "the device was made safe meanwhile")
            .at(id());
    controls().forEach(c -> c.abort(reason));
    if (l == null) {
      String then =
          is == DeviceState.CLOSED
              ? "nothing was sent"
              : "it may emit, and is made safe first when it answers";
      return report(
          new SafeReport(
              SafeReport.Outcome.PENDING_UNREACHABLE, "it is " + is.word() + "; " + then));
    }
    try {
      return darkenNow(l, deadline);
    } catch (HalException e) {
      if (e.kind() == Kind.DISCONNECTED) {
        return report(
            new SafeReport(
                SafeReport.Outcome.PENDING_UNREACHABLE,
                e.what() + "; it may emit, and is made safe first when it answers"));
      }
      context.scheduler().once(Duration.ZERO, this::pollOnce);
      boolean sent = e.outcome() != Outcome.NOT_SENT;
      return report(
          new SafeReport(
              sent ? SafeReport.Outcome.SENT_UNVERIFIED : SafeReport.Outcome.PENDING_UNREACHABLE,
              (sent ? "sent, without a sound answer: " : "not sent: ")
                  + e.what()
                  + "; it may emit, and is tried again"));
    }
  }

  /** The request stays until the device has answered one that came after it. */
  private SafeReport darkenNow(Line l, Deadline deadline) {
    synchronized (lock) {
      safePending = false;
    }
    try {
      return report(darken(l, deadline));
    } catch (RuntimeException e) {
      synchronized (lock) {
        safePending = true;
      }
      throw e;
    }
  }

  private SafeReport report(SafeReport report) {
    events().publish(new HalEvent.MadeSafe(clock().wall(), id(), report));
    return report;
  }

  @Override
  public final void close() {
    Line l;
    boolean darkFirst;
    synchronized (lock) {
      if (closing) {
        return;
      }
      closing = true; // from here on nobody can enable
      l = line;
      darkFirst = controlled && context.entry().onStop() == DeviceEntry.StopPolicy.SAFE;
      if (polling != null) {
        polling.cancel();
      }
    }
    try {
      if (darkFirst) {
        SafeReport report = makeSafe(defaultDeadline());
        if (report.outcome() != SafeReport.Outcome.VERIFIED_DARK) {
          LOG.warn("device={} link={} closed, and {}", id(), url, report.text());
        }
      }
      if (l != null) {
        leave(l, defaultDeadline());
      }
    } catch (HalException e) {
      LOG.warn("device={} link={} left without last words: {}", id(), url, e.what());
    } finally {
      release();
    }
  }

  private void release() {
    HalException reason = closed();
    controls().forEach(c -> c.lose(reason));
    SharedPort p;
    synchronized (lock) {
      line = null;
      p = port;
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
    tell(before, next, reason);
  }

  private void tell(DeviceState before, DeviceState now, String reason) {
    events().publish(new HalEvent.StateChanged(clock().wall(), id(), before, now, reason));
  }
}
