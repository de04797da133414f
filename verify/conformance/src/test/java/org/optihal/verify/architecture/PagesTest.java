package org.optihal.verify.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.VirtualClock;

/** What the pages say about the code is what the code is. */
class PagesTest {
  private static final String EXAMPLE =
      "verify/conformance/src/test/java/org/optihal/verify/architecture/ReadmeExample.java";
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)(#[^)]*)?\\)");

  @Test
  void theArchitecturePageShowsTheTableThatTheTestsEnforce() throws IOException {
    List<String> rows =
        Text.lines("docs/architecture.md").stream().filter(l -> l.startsWith("| `")).toList();
    assertThat(rows)
        .containsExactlyElementsOf(Arrays.stream(Module.values()).map(Module::row).toList());
  }

  @Test
  void theReadmeShowsTheProgramThatIsRunHere() throws IOException {
    assertThat(Text.between(Text.lines("README.md"), "```java", "```"))
        .isEqualTo(Text.between(Text.lines(EXAMPLE), "// README", "// end"));
  }

  @Test
  void theProgramInTheReadmeTunesItsLaserAndLeavesItDark() {
    VirtualClock clock = new VirtualClock();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    clock.run(
        () ->
            ReadmeExample.tune(
                Text.path("benches/first-light.yaml"),
                clock,
                Deadline.in(clock, Duration.ofMinutes(2)),
                new PrintStream(said, true, StandardCharsets.UTF_8)));
    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .satisfiesExactly(
            light -> assertThat(light).isEqualTo("EMITTING"),
            safe -> assertThat(safe).startsWith("no emission seen by"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/architecture.md", "docs/adding-a-driver.md"})
  void linksLeadSomewhere(String page) throws IOException {
    Path directory = Text.path(page).resolveSibling("");
    List<String> broken = new ArrayList<>();
    for (String line : Text.lines(page)) {
      Matcher m = LINK.matcher(line);
      while (m.find()) {
        if (!Files.exists(directory.resolve(m.group(1)))) {
          broken.add(m.group(1));
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  /** What is named in code font and looks like one of our types is one. */
  @Test
  void typesThatTheArchitecturePageNamesExist() throws IOException {
    Pattern type =
        Pattern.compile("`(?:[a-z]+\\.)*([A-Z][a-z]+[A-Z]\\w*|Hal|Port|Line|Laser|Signal)[`(.<]");
    List<String> known =
        House.REAL.classes().stream().map(c -> c.getSimpleName()).distinct().toList();
    List<String> named = new ArrayList<>();
    for (String page : List.of("docs/architecture.md", "docs/adding-a-driver.md")) {
      for (String line : Text.lines(page)) {
        type.matcher(line).results().forEach(r -> named.add(r.group(1)));
      }
    }
    named.removeAll(List.of("ServiceLoader"));
    assertThat(named).isNotEmpty().isSubsetOf(known);
  }
}
