package org.optihal.hal.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class VirtualClockTest {
  private static final long MS = 1_000_000;

  private final VirtualClock clock = new VirtualClock();
  private final List<String> trace = new ArrayList<>();

  private void note(String what) {
    trace.add(clock.nanos() / MS + " " + what);
  }

  // ---- one actor

  @Test
  void timePassesOnlyWhileSomebodyWaits() {
    clock.run(
        () -> {
          assertThat(clock.nanos()).isZero();
          clock.sleep(Duration.ofDays(400));
          assertThat(clock.nanos()).isEqualTo(Duration.ofDays(400).toNanos());
          assertThat(clock.wall())
              .isEqualTo(Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofDays(400)));
        });
  }

  @Test
  void aSingleActorRunsEverythingOnItsOwnThread() {
    Thread self = Thread.currentThread();
    List<Thread> threads = new ArrayList<>();
    clock.run(
        () -> {
          clock.after(MS, () -> threads.add(Thread.currentThread()));
          clock.sleep(Duration.ofMillis(2));
          threads.add(Thread.currentThread());
        });
    assertThat(threads).containsExactly(self, self);
  }

  @Test
  void eventsRunInTheOrderOfTimeThenOfScheduling() {
    clock.run(
        () -> {
          clock.after(2 * MS, () -> note("c"));
          clock.after(MS, () -> note("a"));
          clock.after(MS, () -> note("b"));
          clock.after(-5, () -> note("now"));
          Cancellable never = clock.after(MS, () -> note("never"));
          never.cancel();
          never.cancel();
          clock.sleep(Duration.ofMillis(5));
        });
    assertThat(trace).containsExactly("0 now", "1 a", "1 b", "2 c");
  }

  @Test
  void cancelledEventsDoNotMoveTime() {
    clock.run(
        () -> {
          Signal s = clock.signal("s");
          clock.after(3 * MS, s::raise);
          clock.after(2 * MS, () -> {}).cancel();
          assertThat(s.await(10 * MS)).isTrue();
          assertThat(clock.nanos()).isEqualTo(3 * MS);
          clock.sleep(Duration.ofMillis(1));
          assertThat(clock.nanos()).isEqualTo(4 * MS);
        });
  }

  // ---- signals

  @Test
  void aSignalIsRememberedOnceAndForgottenWhenTaken() {
    clock.run(
        () -> {
          Signal s = clock.signal("s");
          s.raise();
          s.raise();
          assertThat(s.await(0)).isTrue();
          assertThat(s.await(0)).isFalse();
          assertThat(s.await(MS)).isFalse();
          assertThat(clock.nanos()).isEqualTo(MS);
        });
  }

  @Test
  void raisedAtTheDeadlineCountsInTheOrderOfEvents() {
    clock.run(
        () -> {
          Signal s = clock.signal("s");
          clock.after(MS, s::raise); // scheduled before the wait: comes first
          assertThat(s.await(MS)).isTrue();
          Signal late = clock.signal("late");
          clock.after(0, () -> clock.after(MS, late::raise)); // after the wait's timer
          assertThat(late.await(2 * MS)).isFalse();
          assertThat(late.await(2 * MS)).isFalse();
          clock.sleep(Duration.ZERO);
          clock.sleep(Duration.ofNanos(1));
          assertThat(late.await(0)).isTrue();
        });
  }

  @Test
  void twoActorsTakeTurnsInOrder() {
    clock.run(
        () -> {
          Task a = clock.spawn("a", () -> walk("a", 2));
          Task b = clock.spawn("b", () -> walk("b", 3));
          assertThat(a.join(100 * MS)).isTrue();
          assertThat(b.join(100 * MS)).isTrue();
          assertThat(a.isDone()).isTrue();
          assertThat(b.name()).isEqualTo("b");
        });
    assertThat(trace)
        .containsExactly("0 a", "0 b", "2 a", "3 b", "4 a", "6 b", "6 a end", "9 b end");
  }

  private void walk(String who, int step) {
    for (int i = 0; i < 3; i++) {
      note(who);
      clock.sleep(Duration.ofMillis(step));
    }
    note(who + " end");
  }

  /** A read that pumps a shared queue on top of another read's stack would hold that one up. */
  @Test
  void aNestedWaitDoesNotDelayTheOuterOne() {
    clock.run(
        () -> {
          Signal outer = clock.signal("outer");
          Task slow = clock.spawn("slow", () -> clock.sleep(Duration.ofMillis(50)));
          clock.after(10 * MS, outer::raise);
          assertThat(outer.await(20 * MS)).isTrue();
          assertThat(clock.nanos()).isEqualTo(10 * MS);
          assertThat(slow.isDone()).isFalse();
          assertThat(slow.join(60 * MS)).isTrue();
          assertThat(clock.nanos()).isEqualTo(50 * MS);
        });
  }

  @Test
  void joinEndsByItsDeadline() {
    clock.run(
        () -> {
          Task t = clock.spawn("t", () -> clock.sleep(Duration.ofMillis(50)));
          assertThat(t.join(20 * MS)).isFalse();
          assertThat(clock.nanos()).isEqualTo(20 * MS);
          assertThat(t.isDone()).isFalse();
        });
  }

  @Test
  void oneSignalHasOneWaiter() {
    assertThatThrownBy(
            () ->
                clock.run(
                    () -> {
                      Signal s = clock.signal("the door");
                      clock.spawn("other", () -> s.await(MS));
                      s.await(MS);
                    }))
        .hasStackTraceContaining("two actors wait for the door");
  }

  // ---- rules

  @Test
  void anEventMayNotBlock() {
    assertThatThrownBy(
            () ->
                clock.run(
                    () -> {
                      Signal s = clock.signal("the door");
                      clock.after(MS, () -> s.await(5 * MS));
                      clock.sleep(Duration.ofMillis(2));
                    }))
        .isInstanceOf(VirtualClock.Stalled.class)
        .hasMessageContaining("an event may not block (it waits for the door)");
  }

  @Test
  void aFailingEventFailsTheRunWithItsCause() {
    RuntimeException cause = new RuntimeException("bug in a model");
    assertThatThrownBy(
            () ->
                clock.run(
                    () -> {
                      clock.after(
                          MS,
                          () -> {
                            throw cause;
                          });
                      clock.sleep(Duration.ofMillis(2));
                    }))
        .isInstanceOf(VirtualClock.Stalled.class)
        .hasMessageContaining("bug in a model")
        .hasMessageContaining("'main' waits for sleep of PT0.002S")
        .hasCause(cause);
  }

  @Test
  void foreignThreadsAreTurnedAway() {
    AtomicReference<Throwable> seen = new AtomicReference<>();
    clock.run(
        () -> {
          Signal s = clock.signal("s");
          CountDownLatch done = new CountDownLatch(1);
          Thread foreigner =
              new Thread(
                  () -> {
                    try {
                      assertThat(clock.isInside()).isFalse();
                      s.raise();
                    } catch (Throwable t) {
                      seen.set(t);
                    }
                    done.countDown();
                  },
                  "foreigner");
          foreigner.start();
          try {
            done.await();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          assertThat(clock.isInside()).isTrue();
        });
    assertThat(seen.get())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("'foreigner' is no actor");
    assertThat(clock.isInside()).isFalse();
  }

  @Test
  void beforeAndAfterTheRunNobodyIsInside() {
    assertThatThrownBy(() -> clock.after(1, () -> {})).isInstanceOf(IllegalStateException.class);
    clock.run(() -> {});
    assertThatThrownBy(() -> clock.spawn("late", () -> {})).isInstanceOf(Error.class);
    assertThatThrownBy(() -> clock.run(() -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("runs once");
  }

  // ---- watchdogs

  @Test
  void aStallNamesWhoWaitsForWhat() {
    assertThatThrownBy(
            () ->
                clock.run(
                    () -> {
                      clock.spawn(
                          "reader", () -> clock.signal("bytes on x").await(Deadline.FOREVER));
                      clock.sleep(Duration.ofMillis(7));
                      clock.signal("the queue of port x").await(Deadline.FOREVER);
                    }))
        .isInstanceOf(VirtualClock.Stalled.class)
        .hasMessageContaining("nothing can happen any more at 0.007000 s")
        .hasMessageContaining("'main' waits for the queue of port x")
        .hasMessageContaining("'reader' waits for bytes on x");
  }

  @Test
  void anActorThatBlocksOutsideTheClockIsFoundInRealTime() {
    VirtualClock impatient = new VirtualClock(Duration.ofMillis(150));
    CountDownLatch never = new CountDownLatch(1);
    assertThatThrownBy(
            () ->
                impatient.call(
                    () -> {
                      never.await();
                      return "unreachable";
                    }))
        .isInstanceOf(VirtualClock.Stalled.class)
        .hasMessageContaining("actor 'main' computes or blocks outside the clock")
        .satisfies(e -> assertThat(e.getStackTrace()[0].getModuleName()).isEqualTo("java.base"))
        .hasStackTraceContaining("CountDownLatch.await");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void theWatchdogsInterruptDoesNotOutliveTheRun() {
    VirtualClock impatient = new VirtualClock(Duration.ofMillis(100));
    assertThatThrownBy(
            () ->
                impatient.run(
                    () -> {
                      while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                      }
                    }))
        .isInstanceOf(VirtualClock.Stalled.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  // ---- failures and ends

  @Test
  void aFailingActorFailsTheRun() {
    RuntimeException cause = new RuntimeException("bug in a driver");
    assertThatThrownBy(
            () ->
                clock.run(
                    () -> {
                      clock.spawn(
                          "poll",
                          () -> {
                            throw cause;
                          });
                      clock.sleep(Duration.ofSeconds(1));
                    }))
        .isInstanceOf(VirtualClock.Stalled.class)
        .hasMessageContaining("actor 'poll' failed")
        .hasCause(cause);
  }

  @Test
  void aFailingActorIsNotHiddenByWhatItBreaks() {
    assertThatThrownBy(
            () ->
                clock.run(
                    () -> {
                      clock.spawn(
                          "poll",
                          () -> {
                            throw new IllegalStateException("the reason");
                          });
                      try {
                        clock.sleep(Duration.ofSeconds(1));
                      } finally {
                        assertThat(1).as("a consequence").isEqualTo(2);
                      }
                    }))
        .hasMessageContaining("the reason")
        .satisfies(e -> assertThat(e.getSuppressed()[0]).hasMessageContaining("a consequence"));
  }

  @Test
  void theFirstActorsFailureComesOutAsItIs() {
    Exception checked = new Exception("checked");
    assertThatThrownBy(
            () ->
                clock.call(
                    () -> {
                      throw checked;
                    }))
        .isSameAs(checked);
  }

  @Test
  void leftOverActorsEndInOrderAndLeaveNoThread() {
    clock.run(
        () -> {
          for (int i = 0; i < 20; i++) {
            String name = "left-over-" + i;
            clock.spawn(
                name,
                () -> {
                  try {
                    clock.signal("for ever").await(Deadline.FOREVER);
                  } finally {
                    trace.add(name);
                  }
                });
          }
          clock.spawn("left-over-unstarted", () -> {});
          clock.sleep(Duration.ofMillis(1));
          clock.spawn("left-over-late", () -> trace.add("must not run"));
        });
    assertThat(trace).hasSize(20).startsWith("left-over-0", "left-over-1").doesNotContain("must");
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(n -> n.startsWith("hal-left-over"))
        .noneMatch(n -> n.equals("hal-virtual-watchdog"));
  }

  @Test
  void spawnedThreadsAreNamedDaemons() {
    clock.run(
        () ->
            clock
                .spawn(
                    "worker",
                    () -> {
                      assertThat(Thread.currentThread().getName()).isEqualTo("hal-worker");
                      assertThat(Thread.currentThread().isDaemon()).isTrue();
                    })
                .join(MS));
  }

  // ---- interrupts

  @Test
  void anInterruptEndsAnInterruptibleWaitAtThatInstant() {
    clock.run(
        () -> {
          Task t =
              clock.spawn(
                  "sleeper",
                  () -> {
                    try {
                      clock.signal("s").awaitInterruptibly(100 * MS);
                      note("not interrupted");
                    } catch (InterruptedException e) {
                      note("interrupted");
                    }
                  });
          clock.sleep(Duration.ofMillis(3));
          t.interrupt();
          t.join(Deadline.FOREVER);
        });
    assertThat(trace).containsExactly("3 interrupted");
  }

  @Test
  void anInterruptIsKeptThroughAWaitThatIgnoresIt() {
    clock.run(
        () -> {
          Task t =
              clock.spawn(
                  "sleeper",
                  () -> {
                    clock.signal("s").await(5 * MS);
                    note("after the wait");
                    try {
                      clock.signal("s").awaitInterruptibly(100 * MS);
                    } catch (InterruptedException e) {
                      note("interrupted");
                    }
                  });
          clock.sleep(Duration.ofMillis(3));
          t.interrupt();
          t.join(Deadline.FOREVER);
        });
    assertThat(trace).containsExactly("5 after the wait", "5 interrupted");
  }

  @Test
  void anActorThatKeptAnInterruptDoesNotWait() {
    clock.run(
        () -> {
          Thread.currentThread().interrupt();
          assertThatThrownBy(() -> clock.signal("s").awaitInterruptibly(100 * MS))
              .isInstanceOf(InterruptedException.class);
          assertThat(clock.nanos()).isZero();
        });
  }

  @Test
  void raisedAndInterruptedAtOnceTheSignalCountsAndTheInterruptIsKept() {
    clock.run(
        () -> {
          Signal s = clock.signal("s");
          Task t =
              clock.spawn(
                  "sleeper",
                  () -> {
                    try {
                      note("raised " + s.awaitInterruptibly(100 * MS));
                      s.awaitInterruptibly(100 * MS);
                    } catch (InterruptedException e) {
                      note("interrupted");
                    }
                  });
          clock.sleep(Duration.ofMillis(3));
          t.interrupt();
          s.raise();
          t.join(Deadline.FOREVER);
        });
    assertThat(trace).containsExactly("3 raised true", "3 interrupted");
  }

  // ---- reproducibility

  @Test
  void fiftyRunsAreOne() {
    List<String> first = busyRun(42);
    assertThat(first).hasSizeGreaterThan(500);
    for (int i = 1; i < 50; i++) {
      assertThat(busyRun(42)).isEqualTo(first);
    }
    assertThat(busyRun(43)).isNotEqualTo(first);
  }

  /** Actors, events, hand-overs, time-outs, interrupts and short-lived actors, all at once. */
  private static List<String> busyRun(long seed) {
    VirtualClock clock = new VirtualClock();
    List<String> trace = new ArrayList<>();
    clock.run(
        () -> {
          List<Task> tasks = new ArrayList<>();
          List<Signal> doors = new ArrayList<>();
          for (int i = 0; i < 6; i++) {
            doors.add(clock.signal("door " + i));
          }
          for (int i = 0; i < 6; i++) {
            int self = i;
            SplittableRandom random = new SplittableRandom(seed + i);
            tasks.add(clock.spawn("actor-" + i, () -> wander(clock, trace, doors, self, random)));
          }
          SplittableRandom random = new SplittableRandom(seed);
          for (int i = 0; i < 40; i++) {
            clock.sleep(Duration.ofMillis(random.nextInt(5)));
            tasks.get(random.nextInt(6)).interrupt();
          }
          for (Task t : tasks) {
            t.join(Deadline.FOREVER);
          }
          trace.add("end at " + clock.nanos());
        });
    return trace;
  }

  private static void wander(
      VirtualClock clock,
      List<String> trace,
      List<Signal> doors,
      int self,
      SplittableRandom random) {
    for (int step = 0; step < 100; step++) {
      String what = clock.nanos() + " " + self + " ";
      switch (random.nextInt(4)) {
        case 0 -> clock.sleep(Duration.ofNanos(random.nextInt(3) * MS));
        case 1 -> doors.get(random.nextInt(6)).raise();
        case 2 -> {
          try {
            what += doors.get(self).awaitInterruptibly(clock.nanos() + random.nextInt(4) * MS);
          } catch (InterruptedException e) {
            what += "interrupted";
          }
        }
        default -> {
          Task t = clock.spawn("short", () -> trace.add(clock.nanos() + " short of " + self));
          clock.after(random.nextInt(2) * MS, () -> trace.add(clock.nanos() + " event of " + self));
          what += t.join(clock.nanos() + MS);
        }
      }
      trace.add(what);
    }
  }
}
