package org.optihal.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class TimerSlackTest {
  @Test
  void theKernelKeepsWhatWasSetForThisThread() throws IOException {
    long before = TimerSlack.get();
    try {
      TimerSlack.set(1_000);
      assertThat(TimerSlack.get()).isEqualTo(1_000);
    } finally {
      TimerSlack.set(0);
    }
    assertThat(TimerSlack.get()).isEqualTo(before);
  }

  @Test
  void aNegativeSlackIsRefused() {
    assertThatThrownBy(() -> TimerSlack.set(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}
