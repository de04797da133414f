package org.optihal.drivers.port;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.Task;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.error.HalException;
import org.optihal.hal.link.ByteLink;
import org.optihal.hal.link.WireTaps;

/** A port in virtual time with an {@link EchoDevice} on it. */
final class Rig {
  static final long MS = 1_000_000;
  static final int SENTINEL = 0xEE;
  static final int GRACE_MS = 20;

  final VirtualClock clock = new VirtualClock();
  final WireTaps taps = new WireTaps();
  final EchoDevice device;
  final Port port;
  private final List<Task> tasks = new ArrayList<>();
  private int nonce;
  private long epoch;
  private long start;

  Rig() {
    this(9600, 64);
  }

  Rig(int baud, int capacity) {
    this(baud, capacity, null);
  }

  /**
   * @param resync in place of the sentinel
   */
  Rig(int baud, int capacity, @Nullable Resync resync) {
    device = new EchoDevice(clock, baud);
    port =
        new Port(
            "memory:echo",
            clock,
            resync == null ? this::sentinel : resync,
            capacity,
            GRACE_MS * MS,
            taps.point("memory:echo"));
  }

  /** Runs {@code body} as an actor, on a line that is clean already. */
  void run(Runnable body) {
    run(device.link, body);
  }

  /** Runs {@code body} with the device behind {@code link}. */
  void run(ByteLink link, Runnable body) {
    clock.run(
        () -> {
          epoch = port.up(link);
          exchange(Priority.COMMAND, 0);
          device.heard.clear();
          start = clock.nanos();
          body.run();
        });
  }

  long epoch() {
    return epoch;
  }

  /** A probe whose answer no request can give, until one is answered; all else is thrown away. */
  private boolean sentinel(Exchange x, long deadline) {
    while (clock.nanos() < deadline) {
      byte[] probe = EchoDevice.frame(SENTINEL, nonce++ & 0xFF, 0);
      x.write(probe, 0, probe.length);
      long until = Math.min(deadline, clock.nanos() + 3 * GRACE_MS * MS);
      byte[] one = new byte[1];
      int matched = 0;
      while (matched < probe.length && x.readAvailable(one, 0, 1, until) > 0) {
        matched = one[0] == probe[matched] ? matched + 1 : one[0] == probe[0] ? 1 : 0;
      }
      if (matched == probe.length) {
        return true;
      }
    }
    return false;
  }

  /** One exchange; returns what answered. */
  int exchange(Priority priority, int who) {
    return exchange(priority, who, 10_000, 1_000);
  }

  int exchange(Priority priority, int who, long queueMs, long ioMs) {
    return port.call(priority, epoch, queueMs * MS, ioMs * MS, x -> once(x, who, 0, 0));
  }

  /** A frame and its answer; returns who the answer says was asking. */
  static int once(Exchange x, int who, int session, int step) {
    byte[] frame = EchoDevice.frame(who, session, step);
    x.write(frame, 0, frame.length);
    x.readFully(frame, 0, frame.length);
    return frame[0] & 0xFF;
  }

  /** The failure of a call that must fail. */
  static HalException failure(Runnable call) {
    try {
      call.run();
    } catch (HalException e) {
      return e;
    }
    throw new AssertionError("it did not fail");
  }

  Task spawn(String name, Runnable body) {
    Task t = clock.spawn(name, body);
    tasks.add(t);
    return t;
  }

  void sleep(long ms) {
    clock.sleep(Duration.ofMillis(ms));
  }

  void joinAll() {
    for (Task t : tasks) {
      t.join(Deadline.FOREVER);
    }
  }

  /** Milliseconds since the body began. */
  long ms() {
    return (clock.nanos() - start) / MS;
  }
}
