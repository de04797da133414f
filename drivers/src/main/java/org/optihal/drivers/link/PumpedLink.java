package org.optihal.drivers.link;

import org.jspecify.annotations.Nullable;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.Signal;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.link.ByteLink;

/**
 * A link over a blocking source without exact deadlines or wake-up: a thread of its own reads
 * ahead. Costs a thread switch per answer.
 */
abstract class PumpedLink implements ByteLink {
  private static final int CAPACITY = 1 << 16;

  private final String name;
  final HalClock clock;
  private final Signal changed;
  private final byte[] ring = new byte[CAPACITY];
  private int head;
  private int tail;
  private boolean woken;
  private @Nullable String gone;

  PumpedLink(String name, HalClock clock) {
    this.name = name;
    this.clock = clock;
    this.changed = clock.signal("bytes on " + name);
  }

  /** Starts the reading thread; the last act of a subclass's constructor. */
  final void start() {
    clock.spawn("read-" + name, this::pump);
  }

  /** Blocks for at least one byte; negative or an IOException when the link is gone. */
  abstract int readBlocking(byte[] into) throws java.io.IOException;

  /** Frees a blocked read and releases the link; called once. */
  abstract void shut();

  private void pump() {
    byte[] chunk = new byte[4096];
    try {
      while (true) {
        int n = readBlocking(chunk);
        if (n < 0) {
          leave("the other side closed the connection");
          return;
        }
        if (!put(chunk, n)) {
          return;
        }
      }
    } catch (java.io.IOException e) {
      leave("the connection broke: " + e.getMessage());
    }
  }

  /** What nobody fetches in time is lost, as in a UART. */
  private boolean put(byte[] chunk, int n) {
    synchronized (ring) {
      if (gone != null) {
        return false;
      }
      for (int i = 0; i < n && tail - head < CAPACITY; i++) {
        ring[tail++ & CAPACITY - 1] = chunk[i];
      }
    }
    changed.raise();
    return true;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final int read(byte[] into, int offset, int length, long deadline) {
    while (true) {
      synchronized (ring) {
        int n = Math.min(length, tail - head);
        if (n > 0) {
          for (int i = 0; i < n; i++) {
            into[offset + i] = ring[head++ & CAPACITY - 1];
          }
          return n;
        }
        failIfGone();
        if (woken) {
          woken = false;
          return 0;
        }
      }
      if (!changed.await(deadline)) {
        return 0;
      }
    }
  }

  final void failIfGone() {
    synchronized (ring) {
      if (gone != null) {
        throw disconnected(gone);
      }
    }
  }

  final HalException disconnected(String why) {
    return new HalException(Kind.DISCONNECTED, Outcome.UNKNOWN, why).on(name);
  }

  @Override
  public final void wake() {
    synchronized (ring) {
      woken = true;
    }
    changed.raise();
  }

  private void leave(String why) {
    synchronized (ring) {
      if (gone == null) {
        gone = why;
      }
    }
    changed.raise();
  }

  @Override
  public final void close() {
    synchronized (ring) {
      if ("closed".equals(gone)) {
        return;
      }
      gone = "closed";
    }
    changed.raise();
    shut();
  }
}
