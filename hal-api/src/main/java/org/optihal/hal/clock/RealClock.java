package org.optihal.hal.clock;

import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The computer's time, ordinary daemon threads, and one timer thread that starts with the first
 * event.
 */
public final class RealClock implements HalClock {
  private static final RealClock INSTANCE = new RealClock();

  private RealClock() {}

  /** The clock of this process. */
  public static RealClock get() {
    return INSTANCE;
  }

  /** Created when first used: a program that schedules nothing has no timer thread. */
  private static final class Timer {
    static final ScheduledThreadPoolExecutor EXECUTOR = create();

    private static ScheduledThreadPoolExecutor create() {
      ScheduledThreadPoolExecutor e =
          new ScheduledThreadPoolExecutor(1, r -> daemon("hal-timer", r));
      e.setRemoveOnCancelPolicy(true);
      return e;
    }
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public Instant wall() {
    return Instant.now();
  }

  @Override
  public Signal signal(String what) {
    return new RealSignal();
  }

  @Override
  public Cancellable after(long delayNanos, Runnable event) {
    ScheduledFuture<?> f =
        Timer.EXECUTOR.schedule(() -> guarded(event), delayNanos, TimeUnit.NANOSECONDS);
    return () -> f.cancel(false);
  }

  /** The executor would keep a failure in a future that nobody reads. */
  private static void guarded(Runnable event) {
    try {
      event.run();
    } catch (Throwable t) {
      Thread self = Thread.currentThread();
      self.getUncaughtExceptionHandler().uncaughtException(self, t);
    }
  }

  @Override
  public Task spawn(String name, Runnable body) {
    RealTask task = new RealTask(name, body);
    task.thread.start();
    return task;
  }

  @Override
  public boolean isInside() {
    return true;
  }

  private static Thread daemon(String name, Runnable body) {
    Thread t = new Thread(body, name);
    t.setDaemon(true);
    return t;
  }

  private static final class RealTask implements Task {
    private final String name;
    private final Thread thread;

    RealTask(String name, Runnable body) {
      this.name = name;
      this.thread = daemon("hal-" + name, body);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public boolean isDone() {
      return thread.getState() == Thread.State.TERMINATED;
    }

    @Override
    public void interrupt() {
      thread.interrupt();
    }

    @Override
    public boolean join(long deadline) {
      boolean interrupted = false;
      try {
        while (!isDone()) {
          long left = deadline - System.nanoTime();
          if (left <= 0) {
            return false;
          }
          try {
            TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(left, 1_000_000));
          } catch (InterruptedException e) {
            interrupted = true;
          }
        }
        return true;
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  private static final class RealSignal implements Signal {
    private final AtomicBoolean raised = new AtomicBoolean();
    private volatile @Nullable Thread waiter;

    @Override
    public void raise() {
      raised.set(true);
      Thread t = waiter;
      if (t != null) {
        LockSupport.unpark(t);
      }
    }

    @Override
    public boolean await(long deadline) {
      try {
        return await(deadline, false);
      } catch (InterruptedException e) {
        throw new AssertionError("a wait that ignores interrupts was interrupted", e);
      }
    }

    @Override
    public boolean awaitInterruptibly(long deadline) throws InterruptedException {
      return await(deadline, true);
    }

    private boolean await(long deadline, boolean interruptible) throws InterruptedException {
      waiter = Thread.currentThread();
      boolean keptInterrupt = false;
      try {
        while (true) {
          if (raised.getAndSet(false)) {
            return true;
          }
          if (Thread.interrupted()) {
            if (interruptible) {
              throw new InterruptedException();
            }
            keptInterrupt = true; // parking would return at once while the flag stands
          }
          if (deadline == Deadline.FOREVER) {
            LockSupport.park(this);
          } else {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
              return false;
            }
            LockSupport.parkNanos(this, left);
          }
        }
      } finally {
        waiter = null;
        if (keptInterrupt) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
