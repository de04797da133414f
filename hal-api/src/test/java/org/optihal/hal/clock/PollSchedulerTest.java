package org.optihal.hal.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PollSchedulerTest {
  private static final long MS = 1_000_000;

  private final VirtualClock clock = new VirtualClock();
  private final List<String> trace = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final PollScheduler scheduler = new PollScheduler(clock, failures::add);

  private void note(String what) {
    trace.add(clock.nanos() / MS + " " + what);
  }

  @Test
  void pollsRunOnOneThreadInOrder() {
    clock.run(
        () -> {
          scheduler.every(Duration.ofMillis(10), () -> note("a"));
          scheduler.every(
              Duration.ofMillis(5), () -> note("b " + Thread.currentThread().getName()));
          scheduler.once(Duration.ofMillis(7), () -> note("once"));
          clock.sleep(Duration.ofMillis(16));
        });
    assertThat(trace)
        .containsExactly("5 b hal-poll", "7 once", "10 a", "10 b hal-poll", "15 b hal-poll");
  }

  @Test
  void aNewPollWakesTheThreadThatWaitsForALaterOne() {
    clock.run(
        () -> {
          scheduler.every(Duration.ofMillis(100), () -> note("slow"));
          clock.sleep(Duration.ofMillis(1));
          scheduler.once(Duration.ofMillis(2), () -> note("fast"));
          clock.sleep(Duration.ofMillis(10));
        });
    assertThat(trace).containsExactly("3 fast");
  }

  @Test
  void lateRunsAreNotMadeUp() {
    clock.run(
        () -> {
          scheduler.every(
              Duration.ofMillis(10),
              () -> {
                note("poll");
                if (trace.size() == 1) {
                  clock.sleep(Duration.ofMillis(35));
                }
              });
          clock.sleep(Duration.ofMillis(66));
        });
    assertThat(trace).containsExactly("10 poll", "45 poll", "55 poll", "65 poll");
  }

  @Test
  void aFailingPollIsToldAndGoesOn() {
    clock.run(
        () -> {
          scheduler.every(
              Duration.ofMillis(10),
              () -> {
                note("poll");
                throw new IllegalStateException("bug");
              });
          clock.sleep(Duration.ofMillis(25));
        });
    assertThat(trace).hasSize(2);
    assertThat(failures).hasSize(2).allSatisfy(f -> assertThat(f).hasMessage("bug"));
  }

  @Test
  void cancelledPollsStop() {
    clock.run(
        () -> {
          Cancellable poll = scheduler.every(Duration.ofMillis(10), () -> note("poll"));
          List<Cancellable> self = new ArrayList<>();
          self.add(
              scheduler.every(
                  Duration.ofMillis(10),
                  () -> {
                    note("self");
                    self.get(0).cancel();
                  }));
          clock.sleep(Duration.ofMillis(25));
          poll.cancel();
          poll.cancel();
          clock.sleep(Duration.ofMillis(25));
        });
    assertThat(trace).containsExactly("10 poll", "10 self", "20 poll");
  }

  @Test
  void closingEndsTheThread() {
    clock.run(
        () -> {
          scheduler.every(Duration.ofMillis(10), () -> note("poll"));
          clock.sleep(Duration.ofMillis(15));
          scheduler.close();
          scheduler.once(Duration.ZERO, () -> note("after the end")).cancel();
          clock.sleep(Duration.ofMillis(50));
          scheduler.close();
        });
    assertThat(trace).containsExactly("10 poll");
  }

  @Test
  void timesAreNotNegative() {
    assertThatThrownBy(() -> scheduler.every(Duration.ofMillis(-1), () -> {}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> scheduler.every(Duration.ZERO, () -> {}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> scheduler.once(Duration.ofMillis(-1), () -> {}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
