package org.optihal.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * docs/calc.md is what the table of calculators says. After a change of the table, write it anew
 * with {@code -Doptihal.update=true} and read the difference.
 */
final class CalcPageTest {
  @Test
  void thePageIsUpToDate() throws Exception {
    Path page = Path.of(Objects.requireNonNull(System.getProperty("project.root")), "docs/calc.md");
    String now = CalcPage.text();
    if (Boolean.getBoolean("optihal.update")) {
      Files.writeString(page, now);
    }
    assertThat(page).hasContent(now);
  }
}
