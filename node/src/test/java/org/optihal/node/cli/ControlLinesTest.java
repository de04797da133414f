package org.optihal.node.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Control input is read by lines of bounded length. */
final class ControlLinesTest {
  private static ControlLines lines(String text) {
    return new ControlLines(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }

  @Test
  void linesEndAtTheEndOfTheInput() throws Exception {
    ControlLines lines = lines("unplug tx\r\n\nreplug tx");
    assertThat(lines.next()).isEqualTo("unplug tx");
    assertThat(lines.next()).isEmpty();
    assertThat(lines.next()).isEqualTo("replug tx");
    assertThat(lines.next()).isNull();
  }

  @Test
  void aLineThatIsTooLongIsRefused() {
    assertThatThrownBy(() -> lines("x".repeat(20_000)).next())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("longer than");
  }
}
