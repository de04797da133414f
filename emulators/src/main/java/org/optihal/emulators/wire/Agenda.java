package org.optihal.emulators.wire;

import java.util.PriorityQueue;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;

/** What an endpoint's own thread has to do later; guarded by the emulation's monitor. */
final class Agenda implements Schedule {
  private record Entry(long nanos, long order, Runnable step) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int c = Long.compare(nanos, other.nanos);
      return c != 0 ? c : Long.compare(order, other.order);
    }
  }

  private final HalClock clock;
  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
  private long order;

  Agenda(HalClock clock) {
    this.clock = clock;
  }

  @Override
  public long nanos() {
    return clock.nanos();
  }

  @Override
  public void at(long nanos, Runnable step) {
    entries.add(new Entry(nanos, order++, step));
  }

  /** When the next step is due, {@link Deadline#FOREVER} when there is none. */
  long due() {
    Entry next = entries.peek();
    return next == null ? Deadline.FOREVER : next.nanos;
  }

  /** Runs all that is due, what that makes due included. */
  void run() {
    for (Entry e = entries.peek(); e != null && e.nanos - clock.nanos() <= 0; e = entries.peek()) {
      entries.remove();
      e.step.run();
    }
  }
}
