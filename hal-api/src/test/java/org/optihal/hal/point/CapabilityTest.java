package org.optihal.hal.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.quantity.Frequency;
import org.optihal.hal.quantity.UnitText;

class CapabilityTest {
  private static final Capability<Frequency> C_BAND =
      Capability.range(
          UnitText.frequency("191.5 THz"),
          UnitText.frequency("196.25 THz"),
          "1 MHz",
          Capability.Origin.QUERIED);

  @ParameterizedTest
  @CsvSource({
    "191.5 THz, true",
    "196.25 THz, true",
    "193.1 THz, true",
    "191.499999999999 THz, false",
    "196.250000000001 THz, false",
  })
  void boundsAreInside(String text, boolean allowed) {
    Runnable check =
        () ->
            C_BAND.check(UnitText.frequency(text), ValueType.FREQUENCY, Comparator.naturalOrder());
    if (allowed) {
      check.run();
    } else {
      assertThatThrownBy(check::run)
          .isInstanceOfSatisfying(
              HalException.class,
              e -> {
                assertThat(e.kind()).isEqualTo(Kind.OUT_OF_RANGE);
                assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
              })
          .hasMessageContaining("191.500000 THz to 196.250000 THz, step 1 MHz");
    }
  }

  @Test
  void choicesAreAllThereIs() {
    Capability<Long> c = Capability.choices(List.of(1L, 2L, 4L), Capability.Origin.DATA_SHEET);
    c.check(4L, ValueType.COUNT, Comparator.naturalOrder());
    assertThatThrownBy(() -> c.check(3L, ValueType.COUNT, Comparator.naturalOrder()))
        .hasMessageContaining("3 is outside 1 | 2 | 4");
  }

  @Test
  void oneBoundIsEnough() {
    Capability<Long> c = new Capability<>(1L, null, "", List.of(), Capability.Origin.ASSUMED);
    c.check(Long.MAX_VALUE, ValueType.COUNT, Comparator.naturalOrder());
    assertThatThrownBy(() -> c.check(0L, ValueType.COUNT, Comparator.naturalOrder()))
        .hasMessageContaining("at least 1");
    assertThat(c.lowest()).contains(1L);
    assertThat(c.highest()).isEmpty();
    Capability<Long> d = new Capability<>(null, 9L, "", List.of(), Capability.Origin.ASSUMED);
    assertThat(d.describe(ValueType.COUNT)).isEqualTo("at most 9");
  }

  @Test
  void withoutBoundsEverythingPasses() {
    Capability<Long> c = Capability.unbounded(Capability.Origin.ASSUMED);
    c.check(Long.MIN_VALUE, ValueType.COUNT, Comparator.naturalOrder());
    assertThat(c.describe(ValueType.COUNT)).isEqualTo("not bounded");
    assertThat(
            Capability.<Quality>unbounded(Capability.Origin.ASSUMED)
                .describe(ValueType.choice(Quality.class)))
        .startsWith("good | uncertain");
  }
}
