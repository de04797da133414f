package org.optihal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * docs/bench-file.md names every key. After a change of a kind, write its tables anew with {@code
 * -Doptihal.update=true} and read the difference.
 */
class BenchFileReferenceIsCompleteTest {
  private static final Path PAGE =
      Path.of(Objects.requireNonNull(System.getProperty("project.root")), "docs/bench-file.md");

  private static String page() throws IOException {
    return Files.readString(PAGE);
  }

  @Test
  void theTablesAreWhatTheKindsDeclare() throws IOException {
    String now = BenchFilePage.updated(page());
    if (Boolean.getBoolean("optihal.update")) {
      Files.writeString(PAGE, now);
    }
    assertThat(PAGE).hasContent(now);
  }

  @Test
  void everyKeyIsOnThePage() throws IOException {
    String page = page();

    assertThat(
            List.of(BenchReader.KEYS, DeviceReader.KEYS, ExperimentReader.KEYS, FigureReader.KEYS))
        .allSatisfy(
            keys ->
                assertThat(keys).allSatisfy(key -> assertThat(page).contains("| `" + key + "` |")));
    assertThat(DeviceReader.IDENTITY).allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
    assertThat(DeviceReader.LIMITS.keySet())
        .allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
  }

  @Test
  void theExamplesAreRight() throws IOException {
    List<String> examples = examples(page());

    assertThat(examples).hasSize(2);
    assertThat(examples)
        .allSatisfy(
            example ->
                assertThat(BenchFile.check(example, "bench-file.md", FakeDriver.drivers()))
                    .isEmpty());
  }

  private static List<String> examples(String page) {
    List<String> examples = new ArrayList<>();
    String open = "```yaml\n";
    for (int at = page.indexOf(open); at >= 0; at = page.indexOf(open, at + 1)) {
      examples.add(page.substring(at + open.length(), page.indexOf("```", at + open.length())));
    }
    return examples;
  }
}
