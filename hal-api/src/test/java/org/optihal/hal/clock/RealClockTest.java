package org.optihal.hal.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RealClockTest {
  private static final long SECOND = 1_000_000_000L;

  private final RealClock clock = RealClock.get();

  @Test
  void noWakeUpIsLost() {
    Signal there = clock.signal("there");
    Signal back = clock.signal("back");
    AtomicInteger ball = new AtomicInteger();
    int rounds = 20_000;
    Task other =
        clock.spawn(
            "ping-pong",
            () -> {
              for (int i = 0; i < rounds; i++) {
                while (ball.get() != 2 * i + 1) {
                  if (!there.await(clock.nanos() + 10 * SECOND)) {
                    return;
                  }
                }
                ball.incrementAndGet();
                back.raise();
              }
            });
    for (int i = 0; i < rounds; i++) {
      ball.incrementAndGet();
      there.raise();
      while (ball.get() != 2 * i + 2) {
        assertThat(back.await(clock.nanos() + 10 * SECOND)).as("round %d", i).isTrue();
      }
    }
    assertThat(other.join(clock.nanos() + 10 * SECOND)).isTrue();
    assertThat(other.isDone()).isTrue();
  }

  @Test
  void aSignalIsRememberedOnceAndForgottenWhenTaken() throws InterruptedException {
    Signal s = clock.signal("s");
    s.raise();
    s.raise();
    assertThat(s.awaitInterruptibly(clock.nanos())).isTrue();
    assertThat(s.await(clock.nanos())).isFalse();
  }

  @Test
  void aWaitNeverEndsBeforeItsDeadline() {
    Signal s = clock.signal("s");
    long deadline = clock.nanos() + 3_000_000;
    assertThat(s.await(deadline)).isFalse();
    assertThat(clock.nanos()).isGreaterThanOrEqualTo(deadline);
    long before = clock.nanos();
    clock.sleep(Duration.ofMillis(2));
    assertThat(clock.nanos() - before).isGreaterThanOrEqualTo(2_000_000);
  }

  @Test
  void anInterruptIsKeptThroughAWaitThatIgnoresIt() {
    Thread.currentThread().interrupt();
    try {
      long deadline = clock.nanos() + 2_000_000;
      assertThat(clock.signal("s").await(deadline)).isFalse();
      assertThat(clock.nanos()).isGreaterThanOrEqualTo(deadline);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void anInterruptEndsAnInterruptibleWait() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> clock.signal("s").awaitInterruptibly(clock.nanos() + 10 * SECOND))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void aTaskIsInterruptedThroughItsHandle() {
    AtomicReference<String> seen = new AtomicReference<>("nothing");
    Task t =
        clock.spawn(
            "sleeper",
            () -> {
              try {
                clock.signal("s").awaitInterruptibly(Deadline.FOREVER);
              } catch (InterruptedException e) {
                seen.set(Thread.currentThread().getName());
              }
            });
    assertThat(t.isDone()).isFalse();
    assertThat(t.join(clock.nanos())).isFalse();
    t.interrupt();
    assertThat(t.join(clock.nanos() + 10 * SECOND)).isTrue();
    assertThat(seen).hasValue("hal-sleeper");
  }

  @Test
  void joiningKeepsAnInterruptForLater() {
    Task t = clock.spawn("short", () -> {});
    Thread.currentThread().interrupt();
    try {
      assertThat(t.join(clock.nanos() + 10 * SECOND)).isTrue();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void eventsRunOnceAndCanBeTakenBack() throws InterruptedException {
    CountDownLatch ran = new CountDownLatch(2);
    AtomicInteger cancelled = new AtomicInteger();
    Cancellable c = clock.after(10 * SECOND, cancelled::incrementAndGet);
    clock.after(1_000, ran::countDown);
    clock.after(-5, ran::countDown);
    c.cancel();
    c.cancel();
    assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(cancelled).hasValue(0);
  }

  @Test
  void everyThreadIsInside() {
    assertThat(clock.isInside()).isTrue();
    assertThat(Duration.between(clock.wall(), java.time.Instant.now()).abs())
        .isLessThan(Duration.ofSeconds(5));
  }
}
