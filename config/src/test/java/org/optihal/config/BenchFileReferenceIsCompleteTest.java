package org.optihal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BenchFileReferenceIsCompleteTest {
  private static String page() throws IOException {
    return Files.readString(Path.of(System.getProperty("project.root"), "docs/bench-file.md"));
  }

  @Test
  void everyKeyIsOnThePage() throws IOException {
    String page = page();

    assertThat(BenchReader.KEYS).allSatisfy(key -> assertThat(page).contains("| `" + key + "` |"));
    assertThat(DeviceReader.KEYS).allSatisfy(key -> assertThat(page).contains("| `" + key + "` |"));
    assertThat(DeviceReader.IDENTITY).allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
    assertThat(DeviceReader.LIMITS.keySet())
        .allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
  }

  @Test
  void everyElementKindHasItsParametersInItsRow() throws IOException {
    String page = page();

    for (ElementKind kind : ElementKind.all().values()) {
      String row =
          page.lines()
              .filter(line -> line.startsWith("| ") && line.contains("`" + kind.name() + "`"))
              .findFirst()
              .orElse("");
      assertThat(kind.parameters().keySet())
          .as("row of %s: '%s'", kind.name(), row)
          .allSatisfy(p -> assertThat(row).contains("`" + p + "`"));
    }
  }

  @Test
  void theExampleIsRight() throws IOException {
    String page = page();
    int start = page.indexOf("```yaml\n") + "```yaml\n".length();
    String example = page.substring(start, page.indexOf("```", start));

    assertThat(BenchFile.check(example, "bench-file.md", FakeDriver.drivers())).isEmpty();
  }
}
