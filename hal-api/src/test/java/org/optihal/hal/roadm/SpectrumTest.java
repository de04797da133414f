package org.optihal.hal.roadm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optihal.hal.error.HalException;
import org.optihal.hal.quantity.FrequencyOffset;
import org.optihal.hal.quantity.Slot;
import org.optihal.hal.quantity.UnitText;

class SpectrumTest {
  private static Spectrum.Interval interval(String lower, String upper) {
    return new Spectrum.Interval(UnitText.frequency(lower), UnitText.frequency(upper));
  }

  private static FrequencyOffset width(String text) {
    return UnitText.frequencyOffset(text);
  }

  @ParameterizedTest
  @CsvSource({
    "193.0 THz, 193.1 THz, 193.1 THz, 193.2 THz, false",
    "193.0 THz, 193.1 THz, 193.099999999999 THz, 193.2 THz, true",
    "193.0 THz, 193.4 THz, 193.1 THz, 193.2 THz, true",
    "193.0 THz, 193.1 THz, 194.0 THz, 194.1 THz, false",
  })
  void intervalsOverlapByTheHertzAndMayShareAnEdge(
      String a, String b, String c, String d, boolean expected) {
    assertThat(interval(a, b).overlaps(interval(c, d))).isEqualTo(expected);
    assertThat(interval(c, d).overlaps(interval(a, b))).isEqualTo(expected);
  }

  @Test
  void theWholeFiberOverlapsEverything() {
    Spectrum slot = Spectrum.of(new Slot(0, 4));
    assertThat(Spectrum.wholeFiber().overlaps(slot)).isTrue();
    assertThat(slot.overlaps(Spectrum.wholeFiber())).isTrue();
    assertThat(Spectrum.wholeFiber().overlaps(Spectrum.wholeFiber())).isTrue();
  }

  @Test
  void aSlotKeepsItsEdgesExactly() {
    assertThat(Spectrum.of(new Slot(-1, 3)))
        .isEqualTo(interval("193.075 THz", "193.1125 THz"))
        .hasToString("193.075000 THz..193.112500 THz");
  }

  @Test
  void anEmptySpectrumIsRefused() {
    assertThatThrownBy(() -> interval("193.1 THz", "193.1 THz"))
        .isInstanceOf(HalException.class)
        .hasMessageContaining("empty");
  }

  @ParameterizedTest
  @CsvSource({
    "193.075 THz, 193.125 THz, true", // n = 0, m = 4
    "193.08125 THz, 193.11875 THz, true", // n = 0, m = 3
    "193.075 THz, 193.11875 THz, false", // width 43.75 GHz
    "193.0751 THz, 193.1251 THz, false", // edges off the grid
    "190.975 THz, 191.025 THz, false", // below the range
    "193.09375 THz, 193.10625 THz, false", // 12.5 GHz, narrower than the device can
    "191.325 THz, 191.9 THz, false", // wider than the device can
  })
  void aFlexibleGridTakesSlotsOfG6941WithinItsBand(String lower, String upper, boolean expected) {
    SpectralCapability grid =
        new SpectralCapability.FlexGrid(
            interval("191.325 THz", "196.125 THz"),
            width("6.25 GHz"),
            width("12.5 GHz"),
            width("37.5 GHz"),
            width("500 GHz"));
    assertThat(grid.allows(interval(lower, upper))).isEqualTo(expected);
    assertThat(grid.allows(Spectrum.wholeFiber())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "187.275 THz, 187.276 THz, true",
    "187.275 THz, 196.274 THz, true",
    "193.1 THz, 193.1005 THz, false",
  })
  void oneGigahertzStepsFromTheLBandToTheCBandAreAGridToo(
      String lower, String upper, boolean expected) {
    SpectralCapability grid =
        new SpectralCapability.FlexGrid(
            interval("187.275 THz", "196.274 THz"),
            width("1 GHz"),
            width("1 GHz"),
            width("1 GHz"),
            width("9 THz"));
    assertThat(grid.allows(interval(lower, upper))).isEqualTo(expected);
  }

  @Test
  void bothEdgesLieOnTheGridEvenWhereWidthsAreFiner() {
    SpectralCapability grid =
        new SpectralCapability.FlexGrid(
            interval("191 THz", "196 THz"),
            width("50 GHz"),
            width("25 GHz"),
            width("25 GHz"),
            width("1 THz"));
    assertThat(grid.allows(interval("193.1 THz", "193.2 THz"))).isTrue();
    assertThat(grid.allows(interval("193.1 THz", "193.175 THz"))).isFalse();
    assertThat(grid.allows(interval("193.125 THz", "193.2 THz"))).isFalse();
  }

  @Test
  void aFixedGridTakesItsChannelsOnly() {
    TreeMap<Integer, Spectrum.Interval> plan = new TreeMap<>();
    plan.put(52, interval("193.075 THz", "193.125 THz"));
    SpectralCapability grid = new SpectralCapability.FixedGrid(plan);
    plan.put(53, interval("193.125 THz", "193.175 THz"));

    assertThat(grid.allows(interval("193.075 THz", "193.125 THz"))).isTrue();
    assertThat(grid.allows(interval("193.125 THz", "193.175 THz"))).isFalse();
    assertThat(grid.allows(Spectrum.wholeFiber())).isFalse();
  }

  @Test
  void aFiberSwitchTakesWholeFibersOnly() {
    SpectralCapability fiber = new SpectralCapability.WholeFiber();
    assertThat(fiber.allows(Spectrum.wholeFiber())).isTrue();
    assertThat(fiber.allows(Spectrum.of(new Slot(0, 4)))).isFalse();
  }
}
