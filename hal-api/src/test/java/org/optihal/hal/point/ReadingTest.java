package org.optihal.hal.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.quantity.OpticalPower;

class ReadingTest {
  private final VirtualClock clock = new VirtualClock();
  private final OpticalPower power = OpticalPower.ofDbm(-10);

  @ParameterizedTest
  @EnumSource(Quality.class)
  void onlyGoodAndUncertainReadingsHaveAValue(Quality quality) {
    Reading<OpticalPower> r = Reading.of(clock, power, quality, Source.MEASURED);
    if (quality == Quality.GOOD || quality == Quality.UNCERTAIN) {
      assertThat(r.isUsable()).isTrue();
      assertThat(r.value()).isEqualTo(power);
    } else {
      assertThat(r.isUsable()).isFalse();
      assertThatThrownBy(r::value)
          .isInstanceOfSatisfying(
              HalException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NOT_READY))
          .hasMessageContaining(ValueType.word(quality));
    }
  }

  @Test
  void boundsAreKeptAndAreNoValues() {
    Reading<OpticalPower> r =
        Reading.of(clock, OpticalPower.ofDbm(-60), Quality.BELOW_RANGE, Source.MEASURED);
    assertThat(r.valueOrBound()).contains(OpticalPower.ofDbm(-60));
    assertThat(r.format(ValueType.POWER)).isEqualTo("< -60.00 dBm");
    assertThat(r.quality(Quality.OVER_RANGE).format(ValueType.POWER)).isEqualTo("> -60.00 dBm");
  }

  @Test
  void noReadingCarriesTheReason() {
    Reading<OpticalPower> r = Reading.none(clock, Quality.BAD, "no answer");
    assertThat(r.valueOrBound()).isEmpty();
    assertThat(r.format(ValueType.POWER)).isEqualTo("bad (no answer)");
    assertThatThrownBy(r::value).hasMessageContaining("no answer");
    assertThat(r.map(OpticalPower::dbm).valueOrBound()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"GOOD, -10.00 dBm", "UNCERTAIN, -10.00 dBm ?"})
  void doubtIsShown(Quality quality, String text) {
    assertThat(Reading.of(clock, power, quality, Source.MEASURED).format(ValueType.POWER))
        .isEqualTo(text);
  }

  @Test
  void stalenessIsAQuestionOfTime() {
    clock.run(
        () -> {
          Reading<OpticalPower> r = Reading.good(clock, power, Source.MEASURED);
          clock.sleep(Duration.ofSeconds(1));
          assertThat(r.isStale(clock, Duration.ofSeconds(1))).isFalse();
          clock.sleep(Duration.ofNanos(1));
          assertThat(r.isStale(clock, Duration.ofSeconds(1))).isTrue();
        });
  }

  @Test
  void changesMakeNewReadingsAndKeepTheRest() {
    Reading<OpticalPower> r =
        Reading.good(clock, power, Source.MEASURED)
            .with("wavelength", "1550 nm")
            .with("floor", "-60 dBm")
            .window(Duration.ofMillis(20))
            .sigma(1e-6);
    assertThat(r.window()).contains(Duration.ofMillis(20));
    assertThat(r.sigma()).hasValue(1e-6);
    assertThat(r.context().keySet()).containsExactly("floor", "wavelength");
    Reading<Double> mapped = r.map(OpticalPower::dbm);
    assertThat(mapped.window()).isEqualTo(r.window());
    assertThat(mapped.sigma()).as("the deviation of something else").isEmpty();
    assertThat(mapped.time()).isEqualTo(r.time());
    assertThat(r.quality(Quality.UNCERTAIN).context()).isEqualTo(r.context());
    assertThat(r).isEqualTo(r.quality(Quality.GOOD)).hasSameHashCodeAs(r.quality(Quality.GOOD));
    assertThat(r).isNotEqualTo(r.quality(Quality.UNCERTAIN));
  }
}
