package org.optihal.verify.jmh;

import java.util.ArrayDeque;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.optihal.hal.clock.RealClock;
import org.optihal.hal.link.MemoryLink;

/**
 * Echoes frames of eight bytes: number, session, step. It answers in order; some answers are lost,
 * some are late and hold up those behind them, and now and then the cable is pulled.
 */
final class StressDevice {
  static final int FRAME = 8;
  private static final double DROPS = 0.001;
  private static final double LATE = 0.001;
  private static final double DISCONNECTS = 0.0002;
  private static final long LATEST = 3_000_000;
  private static final long PROBE = 0x5A5A_5A5A;

  private final RealClock clock;
  private final SplittableRandom random;
  private final Findings findings;
  private final MemoryLink link;
  private final byte[] part = new byte[FRAME];
  private final ArrayDeque<byte[]> waiting = new ArrayDeque<>();
  private volatile boolean busy;
  private int have;
  private long lastSession;
  private long lastStep;

  /** What devices saw, over all lives of the link. */
  static final class Findings {
    final AtomicLong torn = new AtomicLong();
    final AtomicLong mixed = new AtomicLong();
    final AtomicLong late = new AtomicLong();
    final AtomicLong dropped = new AtomicLong();
    final AtomicLong disconnects = new AtomicLong();
  }

  StressDevice(RealClock clock, long seed, Findings findings) {
    this.clock = clock;
    this.random = new SplittableRandom(seed);
    this.findings = findings;
    this.link = new MemoryLink("memory:stress", clock, this::receive, new NoLine());
  }

  MemoryLink link() {
    return link;
  }

  /** A frame that is part of a session if {@code step} is not zero. */
  static long request(int number, int session, int step) {
    return (number & 0x3FFF_FFFFL) << 32 | (session & 0xFF_FFFFL) << 8 | step;
  }

  /** A frame that no request can be mistaken for. */
  static long probe(int number) {
    return PROBE << 32 | (number & 0xFFFF_FFFFL);
  }

  static void encode(long frame, byte[] bytes) {
    for (int i = 0; i < FRAME; i++) {
      bytes[i] = (byte) (frame >>> (8 * (FRAME - 1 - i)));
    }
  }

  static long decode(byte[] bytes) {
    long frame = 0;
    for (byte b : bytes) {
      frame = frame << 8 | (b & 0xFF);
    }
    return frame;
  }

  private void receive(byte[] bytes) {
    if (busy || have != 0) {
      findings.torn.incrementAndGet();
    }
    busy = true;
    for (byte b : bytes) {
      part[have++] = b;
      if (have == FRAME) {
        have = 0;
        answer(part.clone());
      }
    }
    busy = false;
  }

  private void answer(byte[] frame) {
    look(decode(frame));
    double u = random.nextDouble();
    if (u < DISCONNECTS) {
      findings.disconnects.incrementAndGet();
      link.unplug();
    } else if (u < DISCONNECTS + DROPS) {
      findings.dropped.incrementAndGet();
    } else {
      boolean late = u < DISCONNECTS + DROPS + LATE;
      synchronized (waiting) {
        if (late || !waiting.isEmpty()) {
          waiting.add(frame);
        } else {
          link.deliver(frame, 0, FRAME);
        }
      }
      if (late) {
        findings.late.incrementAndGet();
        clock.after(random.nextLong(LATEST), this::catchUp);
      }
    }
  }

  private void look(long frame) {
    long session = frame >>> 8 & 0xFF_FFFF;
    long step = frame & 0xFF;
    boolean probe = frame >>> 32 == PROBE;
    if (!probe && step > 1 && (session != lastSession || step != lastStep + 1)) {
      findings.mixed.incrementAndGet();
    }
    lastSession = probe ? -1 : session;
    lastStep = probe ? -1 : step;
  }

  private void catchUp() {
    synchronized (waiting) {
      for (byte[] f = waiting.poll(); f != null; f = waiting.poll()) {
        link.deliver(f, 0, FRAME);
      }
    }
  }
}
