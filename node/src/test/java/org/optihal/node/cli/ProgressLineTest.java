package org.optihal.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.optihal.hal.clock.VirtualClock;

final class ProgressLineTest {
  private static final Duration HOUR = Duration.ofHours(1);

  /** What is printed while an hour is simulated in 60 s of the clock on the wall. */
  private static String drawn(boolean terminal, Consumer<ProgressLine> last) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    VirtualClock clock = new VirtualClock();
    clock.run(
        () -> {
          ProgressLine line =
              new ProgressLine(new PrintStream(err, true, StandardCharsets.UTF_8), clock, terminal);
          for (int i = 1; i <= 3600; i++) {
            clock.sleep(Duration.ofNanos(16_666_667));
            line.at(Duration.ofSeconds(i), HOUR);
          }
          last.accept(line);
        });
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void withoutATerminalThereIsALineForEveryTenth() {
    assertThat(drawn(false, ProgressLine::end).lines())
        .hasSize(10)
        .first()
        .isEqualTo("10 %, 6 min simulated, 54 s left");
  }

  @Test
  void onATerminalOneLineIsDrawnOverAndClearedAtTheEnd() {
    String text = drawn(true, ProgressLine::end);

    assertThat(text).doesNotContain("\n").contains("█").endsWith("\r\033[K");
    assertThat(text.split("\r", -1).length).as("at most ten times a second").isLessThan(605);
  }
}
