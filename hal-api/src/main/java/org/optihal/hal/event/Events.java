package org.optihal.hal.event;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.Signal;
import org.optihal.hal.point.Address;
import org.optihal.hal.point.Reading;

/**
 * The latest reading of each point, and a queue of events for each subscriber. Publishing never
 * blocks; a subscriber that is too slow gets an {@link HalEvent.Overflow} in place of what it
 * missed, and takes a fresh snapshot.
 */
public final class Events {
  private static final int CAPACITY = 1024;
  private static final int NAMED_LOSSES = 5;

  private final HalClock clock;
  private final Map<Address, Reading<?>> latest = new ConcurrentHashMap<>();
  private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();

  public Events(HalClock clock) {
    this.clock = clock;
  }

  public void publish(HalEvent event) {
    for (Subscription s : subscriptions) {
      s.offer(event);
    }
  }

  public void reading(Address point, Reading<?> reading) {
    latest.put(point, reading);
  }

  /** The latest reading of a point, however old. */
  public Optional<Reading<?>> latest(Address point) {
    return Optional.ofNullable(latest.get(point));
  }

  public Subscription subscribe() {
    Subscription s = new Subscription();
    subscriptions.add(s);
    return s;
  }

  /** One subscriber's queue; used by one thread. */
  public final class Subscription implements AutoCloseable {
    private final ArrayDeque<HalEvent> queue = new ArrayDeque<>();
    private final List<String> lost = new ArrayList<>();
    private final Signal arrived = clock.signal("an event");
    private long losses;

    private Subscription() {}

    private void offer(HalEvent event) {
      synchronized (queue) {
        if (losses > 0 && queue.size() < CAPACITY - 1) {
          queue.add(overflow()); // where the gap is, before what came after it
        }
        if (losses == 0 && queue.size() < CAPACITY) {
          queue.add(event);
        } else {
          losses++;
          if (lost.size() < NAMED_LOSSES) {
            lost.add(event.getClass().getSimpleName() + " of " + event.device());
          }
        }
      }
      arrived.raise();
    }

    /** The next event, or empty when the deadline passed. */
    public Optional<HalEvent> next(Deadline deadline) {
      while (true) {
        HalEvent e = poll();
        if (e != null) {
          return Optional.of(e);
        }
        if (!arrived.await(deadline.nanos())) {
          return Optional.ofNullable(poll());
        }
      }
    }

    private @Nullable HalEvent poll() {
      synchronized (queue) {
        HalEvent e = queue.poll();
        return e == null && losses > 0 ? overflow() : e;
      }
    }

    private HalEvent overflow() {
      HalEvent e = new HalEvent.Overflow(clock.wall(), "", losses, List.copyOf(lost));
      losses = 0;
      lost.clear();
      return e;
    }

    @Override
    public void close() {
      subscriptions.remove(this);
    }
  }
}
