package org.optihal.hal.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;

class QuantityTest {
  @Test
  void powersAddInWatts() {
    OpticalPower sum = OpticalPower.ofDbm(0).plus(OpticalPower.ofDbm(0));
    assertThat(sum.dbm()).isCloseTo(3.0103, within(1e-4));
    assertThat(OpticalPower.ofDbm(0).times(new Decibel(-10)).dbm()).isCloseTo(-10, within(1e-9));
    assertThat(new Attenuation(3).of(OpticalPower.ofDbm(0)).dbm()).isCloseTo(-3, within(1e-9));
  }

  @Test
  void noPowerIsMinusInfinityDbm() {
    assertThat(new OpticalPower(0).dbm()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(new OpticalPower(-1e-9).dbm()).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void quantitiesAreFinite(double value) {
    assertRefused(() -> new OpticalPower(value));
    assertRefused(() -> new Decibel(value));
    assertRefused(() -> new Attenuation(value));
    assertRefused(() -> new Temperature(value));
    assertRefused(() -> new Voltage(value));
    assertRefused(() -> new Current(value));
    assertRefused(() -> new CountRate(value));
    assertRefused(() -> new Phase(value));
    assertRefused(() -> new Ratio(value));
  }

  @Test
  void overflowIsRefusedNotWrapped() {
    assertRefused(() -> OpticalPower.ofDbm(1e6));
    assertRefused(() -> Decibel.ofRatio(0));
    assertRefused(() -> Decibel.ofRatio(-1));
    assertRefused(() -> new Frequency(0));
    assertThatThrownBy(() -> Frequency.ofMegahertz(Long.MAX_VALUE))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> new Frequency(Long.MAX_VALUE).plus(new FrequencyOffset(1)))
        .isInstanceOf(ArithmeticException.class);
  }

  private static void assertRefused(Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            HalException.class, e -> assertThat(e.kind()).isEqualTo(Kind.OUT_OF_RANGE));
  }

  @Test
  void decibelAndRatioAreInverse() {
    for (double db = -60; db <= 60; db += 0.37) {
      assertThat(Decibel.ofRatio(new Decibel(db).ratio()).db()).isCloseTo(db, within(1e-12));
    }
  }

  /** ITU-T G.694.1 clause 7: n = 0 is 193.1 THz, steps of 6.25 GHz, widths of 12.5 GHz. */
  @ParameterizedTest
  @CsvSource({
    "0, 1, 193093750000000, 193106250000000",
    "8, 4, 193125000000000, 193175000000000",
    "-284, 3, 191306250000000, 191343750000000",
  })
  void slotsFollowTheGrid(int n, int m, long lower, long upper) {
    Slot slot = new Slot(n, m);
    assertThat(slot.lower().hertz()).isEqualTo(lower);
    assertThat(slot.upper().hertz()).isEqualTo(upper);
    assertThat(slot.center().hertz() * 2).isEqualTo(lower + upper);
    assertThat(slot.width().hertz()).isEqualTo(upper - lower);
  }

  @Test
  void touchingSlotsDoNotOverlap() {
    assertThat(new Slot(0, 1).overlaps(new Slot(2, 1))).isFalse();
    assertThat(new Slot(0, 1).overlaps(new Slot(1, 1))).isTrue();
    assertThat(new Slot(0, 4).overlaps(new Slot(1, 1))).isTrue();
  }

  @Test
  void slotsHaveAWidthAndAFrequency() {
    assertRefused(() -> new Slot(0, 0));
    assertRefused(() -> new Slot(Integer.MIN_VALUE, 1));
    assertRefused(() -> new Slot(Integer.MAX_VALUE, 1));
    assertRefused(() -> new Slot(0, Integer.MAX_VALUE));
    assertRefused(() -> new Slot(-30_895, 1));
    assertThat(new Slot(-30_894, 1).lower().hertz()).isPositive();
  }
}
