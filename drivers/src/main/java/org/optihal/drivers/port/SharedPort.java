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

  private final String key;
  private final DeviceUrl url;
  private final LinkOpener opener;
  private final PortProfile profile;
  private final DeviceContext context;
  private final Ports ports;
  private final Port port;
  private final Object opening = new Object();
  private @Nullable Cancellable retry;
  private Duration backOff = FIRST_RETRY;
  private boolean wanted;

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
    synchronized (opening) {
      wanted = true;
      long epoch = port.epoch();
      return epoch != 0 ? epoch : port.up(openLink(deadline));
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
    synchronized (opening) {
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
    retry = context.scheduler().once(backOff, this::reopen);
  }

  private void reopen() {
    long epoch;
    synchronized (opening) {
      if (!wanted || port.isUp()) {
        return;
      }
      try {
        epoch = port.up(openLink(Deadline.in(context.clock(), OPEN_BUDGET)));
      } catch (HalException e) {
        backOff =
            backOff.multipliedBy(2).compareTo(LAST_RETRY) < 0
                ? backOff.multipliedBy(2)
                : LAST_RETRY;
        scheduleRetry();
        return;
      }
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
    synchronized (opening) {
      wanted = false;
      if (retry != null) {
        retry.cancel();
      }
    }
    port.down(new HalException(Kind.CLOSED, Outcome.NOT_APPLICABLE, "closed"));
  }
}
