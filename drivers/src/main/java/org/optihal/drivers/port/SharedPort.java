package org.optihal.drivers.port;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.clock.Cancellable;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.link.ByteLink;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.hal.link.Link;
import org.optihal.hal.link.LinkOpener;
import org.optihal.hal.spi.DeviceContext;

/**
 * A port with the way to open it: opened by its first device, opened again with back-off whenever
 * the link was lost, closed with its last device. Each opening resolves the stable name anew.
 */
public final class SharedPort implements PortListener {
  private static final Duration FIRST_RETRY = Duration.ofMillis(200);
  private static final Duration LAST_RETRY = Duration.ofSeconds(5);
  private static final Duration OPEN_BUDGET = Duration.ofSeconds(2);
  private static final Duration OTHERS_OPEN = Duration.ofMillis(5);

  private final String key;
  private final DeviceUrl url;
  private final LinkOpener opener;
  private final PortProfile profile;
  private final DeviceContext context;
  private final Ports ports;
  private final Port port;
  private final Object lock = new Object();
  private @Nullable Cancellable retry;
  private Duration backOff = FIRST_RETRY;
  private boolean wanted;
  private boolean opening;

  SharedPort(
      String key,
      DeviceUrl url,
      LinkOpener opener,
      PortProfile profile,
      DeviceContext context,
      Ports ports) {
    this.key = key;
    this.url = url;
    this.opener = opener;
    this.profile = profile;
    this.context = context;
    this.ports = ports;
    this.port =
        new Port(
            url.toString(),
            context.clock(),
            profile.resync(),
            profile.capacity(),
            profile.grace().toNanos(),
            context.taps().point(url.toString()));
    port.addListener(this);
  }

  public Port port() {
    return port;
  }

  /**
   * Opens the link unless it is open; returns its epoch. Not retried: a first failure is the
   * caller's to see.
   */
  public long open(Deadline deadline) {
    while (true) {
      synchronized (lock) {
        wanted = true;
        long epoch = port.epoch();
        if (epoch != 0) {
          return epoch;
        }
        if (!opening) {
          opening = true;
          break;
        }
      }
      if (deadline.hasPassed(context.clock())) {
        throw new HalException(Kind.BUSY, Outcome.NOT_SENT, "it is being opened already")
            .on(url.toString());
      }
      context.clock().sleep(OTHERS_OPEN);
    }
    boolean othersWait = isRetrying();
    long epoch = openNow(deadline);
    if (othersWait) {
      context.clock().spawn("reconnect-" + url, () -> port.tellUp(epoch));
    }
    return epoch;
  }

  private boolean isRetrying() {
    synchronized (lock) {
      return retry != null;
    }
  }

  /** Outside the lock: it may take seconds, and a user may leave meanwhile. */
  private long openNow(Deadline deadline) {
    try {
      ByteLink link = openLink(deadline);
      synchronized (lock) {
        if (wanted) {
          return port.up(link);
        }
      }
      link.close();
      throw new HalException(Kind.CLOSED, Outcome.NOT_SENT, "closed while it was being opened")
          .on(url.toString());
    } finally {
      synchronized (lock) {
        opening = false;
      }
    }
  }

  private ByteLink openLink(Deadline deadline) {
    Link link = opener.open(url, context.clock(), deadline);
    if (link instanceof ByteLink bytes) {
      return profile.decorate().apply(bytes);
    }
    link.close();
    throw HalException.configuration("'" + url.scheme() + "' is not a link of bytes")
        .on(url.toString());
  }

  @Override
  public void portDown(HalException reason) {
    synchronized (lock) {
      if (wanted && reason.kind() != Kind.CLOSED) {
        backOff = FIRST_RETRY;
        scheduleRetry();
      }
    }
  }

  @Override
  public void portUp(long epoch) {
    // this object brings it up
  }

  private void scheduleRetry() {
    if (retry != null) {
      retry.cancel(); // one chain of attempts, however often the link came and went
    }
    // on a thread of its own: opening and asking who answers may take seconds, and others are
    // polled meanwhile
    retry =
        context
            .scheduler()
            .once(backOff, () -> context.clock().spawn("reconnect-" + url, this::reopen));
  }

  private void reopen() {
    synchronized (lock) {
      if (!wanted || port.isUp()) {
        return;
      }
      if (opening) {
        scheduleRetry(); // a user tries at the same time, and may fail
        return;
      }
      opening = true;
    }
    long epoch;
    try {
      epoch = openNow(Deadline.in(context.clock(), OPEN_BUDGET));
    } catch (HalException e) {
      synchronized (lock) {
        Duration longer = backOff.multipliedBy(2);
        backOff = longer.compareTo(LAST_RETRY) < 0 ? longer : LAST_RETRY;
        if (wanted) {
          scheduleRetry();
        }
      }
      return;
    }
    port.tellUp(epoch);
  }

  /**
   * Tells the port that its device makes no sense any more: closed and opened again, speed and all.
   */
  public void restart(HalException reason) {
    port.down(reason);
  }

  /** One device less; with the last one the link is closed for good. */
  public void release(PortListener device) {
    port.removeListener(device);
    if (!ports.release(key)) {
      return;
    }
    synchronized (lock) {
      wanted = false;
      if (retry != null) {
        retry.cancel();
      }
    }
    port.down(new HalException(Kind.CLOSED, Outcome.NOT_APPLICABLE, "closed"));
  }
}
