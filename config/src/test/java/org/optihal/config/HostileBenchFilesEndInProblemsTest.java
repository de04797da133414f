package org.optihal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever stands in a file, reading it ends in a bench or in problems, and soon. */
class HostileBenchFilesEndInProblemsTest {
  private static final long SEED = Long.getLong("seed", 20_080_515L);
  private static final String SPICE =
      "{}[],:&*!|>'\"%@`#?-\n\t \\\0\u0085\u2028\uFEFF\uD83Dzu01.(/)=~";

  @Test
  void damagedFilesNeverThrowAnythingElse() throws IOException {
    String golden = BenchFileReadsEveryKeyTest.golden();
    SplittableRandom random = new SplittableRandom(SEED);
    int wrong = 0;
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder(golden);
      int damages = 1 + random.nextInt(4);
      for (int d = 0; d < damages; d++) {
        damage(text, random);
      }
      List<Problem> problems = check(text.toString(), i);
      assertThat(problems)
          .as("seed %d, file %d:%n%s", SEED, i, text)
          .allSatisfy(
              p -> {
                assertThat(p.line()).isPositive();
                assertThat(p.column()).isPositive();
                assertThat(p.text()).isNotBlank().doesNotContain("\n");
              });
      wrong += problems.isEmpty() ? 0 : 1;
    }
    // Most damage hits something that matters; if not, the test has stopped testing.
    assertThat(wrong).as("seed %d", SEED).isGreaterThan(1_500);
  }

  private static List<Problem> check(String text, int number) {
    try {
      return BenchFile.check(text, "fuzz.yaml", FakeDriver.drivers());
    } catch (RuntimeException e) {
      throw new AssertionError("seed " + SEED + ", file " + number + ":\n" + text, e);
    }
  }

  private static void damage(StringBuilder text, SplittableRandom random) {
    int at = random.nextInt(text.length());
    switch (random.nextInt(3)) {
      case 0 -> text.insert(at, SPICE.charAt(random.nextInt(SPICE.length())));
      case 1 -> text.setCharAt(at, SPICE.charAt(random.nextInt(SPICE.length())));
      default -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(30)));
    }
  }

  @Test
  void largeFilesOfRepeatedPiecesAreReadInOneGo() {
    for (String piece :
        List.of(
            "- a\n", "a: ", "{", "'", "\"", "? ", "- ", "|\n", "!!a ", "&a ", "\\", "x", "#\n")) {
      String text = piece.repeat(YamlReader.MAX_SIZE / piece.length());
      assertThat(BenchFile.check(text, "large.yaml", FakeDriver.drivers()))
          .as("many '%s'", piece.strip())
          .isNotEmpty()
          .hasSizeLessThanOrEqualTo(100);
    }
  }

  /** A suggestion for each wrong name among all the right ones would take minutes. */
  @Test
  @Timeout(20)
  void manyWrongNamesAmongManyRightOnesAreToldSoon() {
    StringBuilder text = new StringBuilder("version: 1\ndevices: {}\nelements:\n");
    for (int i = 0; i < 12_000; i++) {
      text.append("  isolator-").append(i).append(": {kind: isolator}\n");
    }
    text.append("wiring:\n");
    for (int i = 0; i < 12_000; i++) {
      text.append("  - outside(a) -> isolater-").append(i).append("x -> @b.c\n");
    }
    assertThat(text.length()).isLessThan(YamlReader.MAX_SIZE);
    assertThat(BenchFile.check(text.toString(), "x.yaml", FakeDriver.drivers()))
        .hasSize(100)
        .allSatisfy(p -> assertThat(p.text()).startsWith("there is no element 'isolater-"));
  }

  @Test
  @Timeout(20)
  void textsThatMakeParsersTryEverythingAreRefusedSoon() {
    StringBuilder text = new StringBuilder("version: 1\ndevices: {}\nelements:\n");
    for (int i = 0; i < 450; i++) {
      text.append("  m").append(i).append(": {kind: mux, bands: 'a ");
      text.append("1.".repeat(950)).append(" x y'}\n");
    }
    assertThat(BenchFile.check(text.toString(), "x.yaml", FakeDriver.drivers()))
        .hasSize(100)
        .allSatisfy(p -> assertThat(p.text()).contains("is not a band"));
  }

  @Test
  void manyProblemsAreCutAtAHundred() {
    StringBuilder text = new StringBuilder("version: 1\ndevices: {}\n");
    for (int i = 0; i < 50_000; i++) {
      text.append("k").append(i).append(": 1\n");
    }
    assertThat(BenchFile.check(text.toString(), "x.yaml", FakeDriver.drivers())).hasSize(100);
  }
}
