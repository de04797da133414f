package org.optihal.hal.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  @Test
  void aDeadlineIsAPointInTime() {
    VirtualClock clock = new VirtualClock();
    clock.run(
        () -> {
          Deadline d = Deadline.in(clock, Duration.ofMillis(5));
          Deadline later = Deadline.in(clock, Duration.ofMillis(6));
          assertThat(d.left(clock)).isEqualTo(Duration.ofMillis(5));
          assertThat(d.hasPassed(clock)).isFalse();
          assertThat(d.earlier(later)).isSameAs(d);
          assertThat(later.earlier(d)).isSameAs(d);
          clock.sleep(Duration.ofMillis(5));
          assertThat(d.hasPassed(clock)).isTrue();
          assertThat(d.left(clock)).isZero();
          clock.sleep(Duration.ofMillis(5));
          assertThat(d.left(clock)).isZero();
          assertThat(new Deadline(Deadline.FOREVER).hasPassed(clock)).isFalse();
        });
  }
}
