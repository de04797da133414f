package org.optihal.hal.clock;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs the polls of a node on one thread, in the order of (due time, registration): a thread per
 * device would cost a thread switch per exchange and, in virtual time, a hundred times more. A task
 * blocks at most until its own deadline. The thread starts with the first task.
 */
public final class PollScheduler implements AutoCloseable {
  private final HalClock clock;
  private final Consumer<Throwable> onFailure;
  private final PriorityQueue<Entry> due = new PriorityQueue<>();
  private final Signal changed;
  private long sequence;
  private boolean closed;
  private @Nullable Task thread;

  /**
   * @param onFailure told of tasks that failed; the task stays scheduled
   */
  public PollScheduler(HalClock clock, Consumer<Throwable> onFailure) {
    this.clock = clock;
    this.onFailure = onFailure;
    this.changed = clock.signal("poll to become due");
  }

  /** Runs {@code poll} every {@code period}, first after one period; a late run is not made up. */
  public Cancellable every(Duration period, Runnable poll) {
    if (period.isZero()) {
      throw new IllegalArgumentException("a poll without a period would run for ever");
    }
    return add(period.toNanos(), period.toNanos(), poll);
  }

  /** Runs {@code poll} once. */
  public Cancellable once(Duration delay, Runnable poll) {
    return add(delay.toNanos(), 0, poll);
  }

  private Cancellable add(long delay, long period, Runnable poll) {
    if (period < 0 || delay < 0) {
      throw new IllegalArgumentException("negative time");
    }
    Entry e;
    synchronized (due) {
      e = new Entry(clock.nanos() + delay, sequence++, period, poll);
      if (closed) {
        return () -> {};
      }
      due.add(e);
      if (thread == null) {
        thread = clock.spawn("poll", this::loop);
      }
    }
    changed.raise();
    return () -> e.cancelled = true;
  }

  private void loop() {
    while (true) {
      Entry e;
      long until = Deadline.FOREVER;
      synchronized (due) {
        if (closed) {
          return;
        }
        e = due.peek();
        if (e != null && e.time > clock.nanos()) {
          until = e.time;
          e = null;
        } else if (e != null) {
          due.poll();
        }
      }
      if (e == null) {
        changed.await(until);
      } else if (!e.cancelled) {
        run(e);
      }
    }
  }

  private void run(Entry e) {
    try {
      e.poll.run();
    } catch (RuntimeException x) {
      onFailure.accept(x);
    }
    if (e.period > 0 && !e.cancelled) {
      long next = Math.max(e.time + e.period, clock.nanos());
      synchronized (due) {
        due.add(e.at(next, sequence++));
      }
    }
  }

  /** Ends the thread after the poll it is in; does not wait for it. */
  @Override
  public void close() {
    synchronized (due) {
      closed = true;
      due.clear();
    }
    if (thread != null && clock.isInside()) {
      changed.raise();
    }
  }

  private static final class Entry implements Comparable<Entry> {
    final long period;
    final Runnable poll;
    long time;
    long order;
    volatile boolean cancelled;

    Entry(long time, long order, long period, Runnable poll) {
      this.time = time;
      this.order = order;
      this.period = period;
      this.poll = poll;
    }

    Entry at(long newTime, long newOrder) {
      time = newTime;
      order = newOrder;
      return this;
    }

    @Override
    public int compareTo(Entry o) {
      int c = Long.compare(time, o.time);
      return c != 0 ? c : Long.compare(order, o.order);
    }
  }
}
