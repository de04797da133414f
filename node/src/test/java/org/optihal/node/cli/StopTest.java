package org.optihal.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.VirtualClock;

/** A command that waits ends at once when it is told to, and at its deadline otherwise. */
final class StopTest {
  @Test
  void aRequestEndsTheWait() {
    VirtualClock clock = new VirtualClock();
    clock.run(
        () -> {
          Stop stop = new Stop();
          long start = clock.nanos();
          clock.after(2_000_000_000L, stop::request);
          assertThat(stop.await(clock, Deadline.in(clock, Duration.ofSeconds(1)))).isFalse();
          assertThat(clock.nanos() - start).isEqualTo(1_000_000_000L);
          assertThat(stop.await(clock, Deadline.in(clock, Duration.ofSeconds(9)))).isTrue();
          assertThat(clock.nanos() - start).isEqualTo(2_000_000_000L);
        });
  }
}
