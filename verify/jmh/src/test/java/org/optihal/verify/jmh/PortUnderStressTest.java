package org.optihal.verify.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The short form of {@link PortStress}; real threads, so no two runs are the same. */
@Tag("threads")
@Timeout(600)
class PortUnderStressTest {
  private static final long SEED = 77;

  @Test
  void nothingIsTornMixedOrAnsweredToSomebodyElse() {
    PortStress.Result r = PortStress.run(50_000, SEED, false);
    System.out.println(r);
    assertThat(r.exchanges()).isGreaterThanOrEqualTo(50_000);
    assertThat(r.torn()).as("torn frames").isZero();
    assertThat(r.mixed()).as("mixed sessions").isZero();
    assertThat(r.wrong()).as("wrong answers").isZero();
    assertThat(r.stuck()).as("stuck threads").isZero();
    assertThat(r.late()).as("late answers").isPositive();
    assertThat(r.disconnects()).as("disconnects").isPositive();
    assertThat(r.ends()).doesNotContainKey("COMMAND interrupt lost").containsKey("COMMAND OK");
  }

  @Test
  void withoutCleaningWrongAnswersWouldBeSeen() {
    PortStress.Result r = PortStress.run(20_000, SEED, true);
    System.out.println(r);
    assertThat(r.wrong()).isPositive();
    assertThat(r.torn()).isZero();
    assertThat(r.mixed()).isZero();
  }
}
