package org.optihal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
  @ParameterizedTest
  @CsvSource({
    "driver, driver, 0",
    "drivr, driver, 1",
    "dirver, driver, 1",
    "driverr, driver, 1",
    "drifer, driver, 1",
    "'', abc, 3",
    "ca, abc, 3",
    "kitten, sitting, 3"
  })
  void distanceCountsTypingMistakes(String a, String b, int expected) {
    assertThat(Suggestion.distance(a, b)).isEqualTo(expected);
    assertThat(Suggestion.distance(b, a)).isEqualTo(expected);
  }

  @Test
  void theNearestIsSuggestedAndNothingFarAway() {
    List<String> known = List.of("on-stop", "options", "links");

    assertThat(Suggestion.of("on-stp", known)).contains("on-stop");
    assertThat(Suggestion.of("OPTIONS", known)).contains("options");
    assertThat(Suggestion.of("wiring", known)).isEmpty();
    assertThat(Suggestion.of("x", known)).isEmpty();
    assertThat(Suggestion.of("o".repeat(100_000), known)).isEmpty();
  }

  @Test
  void withoutASuggestionAllThatIsKnownIsListed() {
    assertThat(Suggestion.tail("zzz", List.of("a-b", "c-d"))).isEqualTo("; known are: a-b c-d");
    assertThat(Suggestion.tail("zzz", List.of())).isEqualTo("; there are none");
  }

  @Test
  void aLongListIsNotToldWhole() {
    List<String> known = IntStream.range(0, 501).mapToObj(i -> "known-" + i).toList();

    assertThat(Suggestion.tail("other", known.subList(0, 41)))
        .startsWith("; known are: known-0 known-1 ")
        .endsWith(" known-39 ...");
    assertThat(Suggestion.of("known-1x", known.subList(0, 500))).contains("known-1");
    assertThat(Suggestion.of("known-1x", known)).isEmpty();
  }
}
