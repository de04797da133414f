package org.optihal.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
  private static FaultPlan plan(long seed) {
    return FaultPlan.bytes(
        new SplittableRandom(seed), List.of("tx-laser", "lo-laser"), 200, Duration.ofSeconds(5));
  }

  @Test
  void oneSeedGivesOnePlan() {
    assertThat(plan(1)).isEqualTo(plan(1));
    assertThat(plan(1)).isNotEqualTo(plan(2));
  }

  @Test
  void stepsAreInOrderAndWellFormed() {
    FaultPlan plan = plan(3);
    assertThat(plan.steps())
        .hasSizeGreaterThanOrEqualTo(200)
        .allMatch(s -> s.matches("\\d\\.\\d{6}s (tx|lo)-laser [a-z]+( [a-z]+=[0-9a-z-]+)*"));
    assertThat(plan.steps().stream().map(s -> s.substring(0, 8)).toList()).isSorted();
    assertThat(plan.toString().lines()).hasSize(plan.steps().size());
  }

  @Test
  void everyKindIsDrawn() {
    assertThat(plan(4).steps().stream().map(s -> s.split(" ", -1)[2]).distinct())
        .contains(
            "drop", "flip", "duplicate", "split", "delay", "late", "garbage", "silence", "unplug");
  }

  @Test
  void everyCableThatIsPulledIsPluggedInAgainBeforeTheEnd() {
    FaultPlan plan = plan(5);
    List<String> pulled = new ArrayList<>();
    for (String step : plan.steps()) {
      String[] words = step.split(" ", -1);
      if (words[2].equals("unplug")) {
        pulled.add(words[1]);
      } else if (words[2].equals("replug")) {
        assertThat(pulled.remove(words[1])).isTrue();
      }
    }
    assertThat(pulled).isEmpty();
    assertThat(plan.end()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
  }
}
