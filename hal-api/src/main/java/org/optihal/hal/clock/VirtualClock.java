package org.optihal.hal.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Time that passes only when everybody waits. Threads on the clock are actors, and exactly one of
 * them runs: it holds the baton. Who blocks hands the baton to the next ready actor, and if nobody
 * is ready runs the next event itself, in the order of (time, sequence). With one actor there is
 * never a thread switch, and the same program gives the same trace, byte for byte.
 *
 * <p>A thread that is no actor gets {@link IllegalStateException}; an event may not block; when no
 * event is left, the run fails and names each actor and what it waits for. A second watchdog runs
 * in real time, because an actor that blocks outside this clock stops everybody: after {@code
 * hangLimit} without a step the run fails with that actor's stack.
 */
public final class VirtualClock implements HalClock {
  private static final Duration DEFAULT_HANG_LIMIT = Duration.ofSeconds(60);
  private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

  private final Duration hangLimit;
  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private final ArrayDeque<Actor> ready = new ArrayDeque<>();
  private final Set<Actor> actors = new LinkedHashSet<>();
  private final AtomicReference<@Nullable Error> end = new AtomicReference<>();
  private long now;
  private long sequence;
  private volatile long steps;
  private volatile @Nullable Actor running;
  private volatile @Nullable Actor hung;
  private boolean inEvent;
  private boolean used;

  public VirtualClock() {
    this(DEFAULT_HANG_LIMIT);
  }

  /**
   * @param hangLimit real time that may pass without a step of this clock
   */
  public VirtualClock(Duration hangLimit) {
    this.hangLimit = hangLimit;
  }

  /** The run cannot go on: everybody waits for something that nobody will do. */
  public static final class Stalled extends Error {
    private static final long serialVersionUID = 1L;

    Stalled(String message) {
      super(message);
    }

    Stalled(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** Ends the actors that are left when the first one returns. */
  private static final class Stopped extends Error {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super("the virtual run is over", null, false, false);
    }
  }

  /** Runs {@code main} as the first actor; returns when it does, and ends all others. */
  public void run(Runnable main) {
    try {
      call(
          () -> {
            main.run();
            return Boolean.TRUE;
          });
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError("a Runnable cannot throw a checked exception", e);
    }
  }

  /** Calls {@code main} as the first actor; returns what it does, and ends all others. */
  public <T> T call(Callable<T> main) throws Exception {
    if (used) {
      throw new IllegalStateException("a virtual clock runs once");
    }
    used = true;
    Actor first = new Actor("main", Thread.currentThread());
    actors.add(first);
    running = first;
    Thread watchdog = new Thread(this::watch, "hal-virtual-watchdog");
    watchdog.setDaemon(true);
    watchdog.start();
    T result;
    try {
      result = main.call();
    } catch (Throwable t) {
      Error e = end.get();
      stopAll(first, watchdog);
      if (e == null || e == t) {
        throw t;
      }
      e.addSuppressed(t);
      throw e;
    }
    Error e = end.get();
    stopAll(first, watchdog);
    if (e != null) {
      throw e;
    }
    return result;
  }

  private void stopAll(Actor first, Thread watchdog) {
    end.compareAndSet(null, new Stopped());
    running = null;
    watchdog.interrupt();
    boolean interrupted = join(watchdog);
    if (hung == first) {
      interrupted = false; // that interrupt was the watchdog's, and has done its work
    }
    List<Actor> rest = new ArrayList<>(actors);
    rest.remove(first);
    for (Actor a : rest) { // one after the other: what they do on their way out is in order too
      a.dismiss();
      interrupted |= join(a.thread);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits a second at most for a thread that is about to end; true when interrupted meanwhile. */
  private static boolean join(Thread thread) {
    boolean interrupted = Thread.interrupted();
    try {
      thread.join(1_000);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    return interrupted;
  }

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public Instant wall() {
    return EPOCH.plusNanos(now);
  }

  @Override
  public boolean isInside() {
    Actor r = running;
    return r != null && r.thread == Thread.currentThread();
  }

  @Override
  public Signal signal(String what) {
    return new VirtualSignal(what);
  }

  @Override
  public Cancellable after(long delayNanos, Runnable event) {
    mustBeInside();
    Event e = schedule(now + Math.max(0, delayNanos), event);
    return () -> e.body = null;
  }

  @Override
  public Task spawn(String name, Runnable body) {
    mustBeInside();
    Actor a = new Actor(name, null);
    a.thread = new Thread(() -> live(a, body), "hal-" + name);
    a.thread.setDaemon(true);
    actors.add(a);
    ready.add(a);
    a.thread.start();
    return a;
  }

  private void live(Actor a, Runnable body) {
    try {
      park(a);
      body.run();
      mustBeInside();
    } catch (Stopped s) {
      return;
    } catch (Throwable t) {
      fail(new Stalled("actor '" + a.name + "' failed: " + t, t));
      return;
    }
    a.done = true;
    actors.remove(a);
    a.ended.raise();
    try {
      pass(next()); // the dying actor pumps until somebody can take over
    } catch (Stopped | Stalled e) {
      fail(e);
    }
  }

  private Event schedule(long time, Runnable body) {
    Event e = new Event(time, sequence++, body);
    events.add(e);
    return e;
  }

  private Actor mustBeInside() {
    Actor r = running;
    if (r == null || r.thread != Thread.currentThread()) {
      Error e = end.get();
      if (e != null) {
        throw e;
      }
      throw new IllegalStateException(
          "thread '"
              + Thread.currentThread().getName()
              + "' is no actor of this virtual clock: start it with clock.spawn");
    }
    return r;
  }

  private void block(Actor a, String what, long deadline) {
    a.waitsFor = what;
    a.waitsUntil = deadline;
    Actor n = next();
    if (n != a) {
      pass(n);
      park(a);
    }
    a.waitsFor = "";
  }

  /** The next actor to run; runs events until there is one. */
  private Actor next() {
    while (true) {
      Error e = end.get();
      if (e != null) {
        throw e;
      }
      Actor a = ready.poll();
      if (a != null) {
        return a;
      }
      Event event = events.poll();
      if (event == null) {
        Stalled s = new Stalled("nothing can happen any more" + describe());
        fail(s);
        throw s;
      }
      Runnable body = event.body;
      if (body == null) {
        continue; // cancelled
      }
      now = event.time;
      step();
      inEvent = true;
      try {
        body.run();
      } catch (Stopped | Stalled x) {
        throw x;
      } catch (Throwable t) {
        Stalled s = new Stalled("an event failed: " + t + describe(), t);
        fail(s);
        throw s;
      } finally {
        inEvent = false;
      }
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // only who holds the baton writes it
  private void step() {
    steps++;
  }

  private void pass(Actor to) {
    step();
    running = to;
    to.baton = true;
    LockSupport.unpark(to.thread);
  }

  private void park(Actor a) {
    while (!a.baton) {
      Error e = end.get();
      if (e != null && a.dismissed) {
        throw e;
      }
      LockSupport.park(this);
      if (Thread.interrupted()) {
        a.interrupted = true; // a foreign interrupt; kept for the next interruptible wait
      }
    }
    a.baton = false;
  }

  private void fail(Error e) {
    if (end.compareAndSet(null, e)) {
      new ArrayList<>(actors).forEach(Actor::dismiss);
    }
  }

  private String describe() {
    StringBuilder s = new StringBuilder(" at ").append(seconds(now));
    for (Actor a : actors) {
      s.append("; '").append(a.name).append("' ");
      if (a == running && a.waitsFor.isEmpty()) {
        s.append("runs");
      } else {
        s.append("waits for ").append(a.waitsFor);
        if (a.waitsUntil != Deadline.FOREVER) {
          s.append(" until ").append(seconds(a.waitsUntil));
        }
      }
    }
    return s.toString();
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.6f s", nanos / 1e9);
  }

  /** Real-time watchdog: an actor that blocks outside this clock would hang the test for ever. */
  private void watch() {
    long limit = Math.max(1, hangLimit.toMillis());
    try {
      while (true) {
        long before = steps;
        for (long waited = 0; steps == before; waited += 100) {
          if (end.get() != null) {
            return;
          }
          if (waited >= limit) {
            hung();
            return;
          }
          TimeUnit.MILLISECONDS.sleep(Math.min(100, limit));
        }
      }
    } catch (InterruptedException e) {
      // the run is over
    }
  }

  private void hung() {
    Actor r = running;
    if (r == null) {
      return;
    }
    Stalled s =
        new Stalled(
            "no step for "
                + hangLimit
                + " of real time: actor '"
                + r.name
                + "' computes or blocks outside the clock");
    s.setStackTrace(r.thread.getStackTrace());
    fail(s);
    hung = r;
    r.thread.interrupt();
  }

  private static final class Event implements Comparable<Event> {
    final long time;
    final long sequence;
    @Nullable Runnable body;

    Event(long time, long sequence, Runnable body) {
      this.time = time;
      this.sequence = sequence;
      this.body = body;
    }

    @Override
    public int compareTo(Event o) {
      int c = Long.compare(time, o.time);
      return c != 0 ? c : Long.compare(sequence, o.sequence);
    }
  }

  private final class Actor implements Task {
    final String name;
    final Signal ended;
    Thread thread;
    volatile boolean baton;
    volatile boolean interrupted;
    volatile boolean dismissed; // not before its turn: a thread may be late to park
    volatile String waitsFor = "its start";
    volatile long waitsUntil = Deadline.FOREVER;
    boolean done;
    @Nullable VirtualSignal interruptibleWait;

    @SuppressWarnings("NullAway") // spawn sets the thread before anybody else sees the actor
    Actor(String name, @Nullable Thread thread) {
      this.name = name;
      this.thread = thread;
      this.waitsFor = thread == null ? "its start" : "";
      this.ended = signal("end of " + name);
    }

    void dismiss() {
      dismissed = true;
      LockSupport.unpark(thread);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public boolean isDone() {
      return done;
    }

    @Override
    public void interrupt() {
      mustBeInside();
      interrupted = true;
      VirtualSignal s = interruptibleWait;
      if (s != null) {
        s.release(this);
      }
    }

    @Override
    public boolean join(long deadline) {
      while (!done) {
        if (!ended.await(deadline)) {
          return done;
        }
      }
      return true;
    }
  }

  private final class VirtualSignal implements Signal {
    private final String what;
    private boolean raised;
    private @Nullable Actor waiter;

    VirtualSignal(String what) {
      this.what = what;
    }

    @Override
    public void raise() {
      mustBeInside();
      raised = true;
      Actor w = waiter;
      if (w != null) {
        release(w);
      }
    }

    void release(Actor a) {
      if (waiter == a) {
        waiter = null;
        ready.add(a);
      }
    }

    @Override
    public boolean await(long deadline) {
      Actor a = mustBeInside();
      if (!raised) {
        waitFor(a, deadline);
      }
      return taken();
    }

    @Override
    public boolean awaitInterruptibly(long deadline) throws InterruptedException {
      Actor a = mustBeInside();
      if (Thread.interrupted()) {
        a.interrupted = true; // kept by the actor itself, as people do who catch an interrupt
      }
      if (!raised && !a.interrupted) {
        a.interruptibleWait = this;
        waitFor(a, deadline);
        a.interruptibleWait = null;
      }
      if (taken()) {
        return true;
      }
      if (a.interrupted) {
        a.interrupted = false;
        throw new InterruptedException();
      }
      return false;
    }

    private boolean taken() {
      boolean was = raised;
      raised = false;
      return was;
    }

    private void waitFor(Actor a, long deadline) {
      if (deadline <= now) {
        return;
      }
      if (inEvent) {
        throw new IllegalStateException("an event may not block (it waits for " + what + ")");
      }
      if (waiter != null) {
        throw new IllegalStateException("two actors wait for " + what);
      }
      waiter = a;
      Event timer = deadline == Deadline.FOREVER ? null : schedule(deadline, () -> release(a));
      block(a, what, deadline);
      if (timer != null) {
        timer.body = null; // the queue drops it when its time comes
      }
    }
  }
}
