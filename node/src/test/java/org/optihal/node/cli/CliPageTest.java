package org.optihal.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * docs/cli.md is what the commands say of themselves. After a change of a command, write it anew
 * with {@code -Doptihal.update=true} and read the difference.
 */
final class CliPageTest {
  @Test
  void thePageIsUpToDate() throws Exception {
    Path page = Path.of(Objects.requireNonNull(System.getProperty("project.root")), "docs/cli.md");
    String now = CliPage.text();
    if (Boolean.getBoolean("optihal.update")) {
      Files.writeString(page, now);
    }
    assertThat(page).hasContent(now);
  }
}
