package org.optihal.node.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TicksTest {
  private static List<String> labels(Ticks ticks) {
    return ticks.list().stream().map(Ticks.Tick::label).toList();
  }

  @Test
  void aLinearAxisHasRoundTicksWithinItsRange() {
    Ticks t = Ticks.of(Axis.linear("QBER", "%"), 0, 11, 5);

    assertThat(labels(t)).containsExactly("0", "5", "10");
    assertThat(t.title()).isEqualTo("QBER (%)");
  }

  @Test
  void stepsBelowOneKeepTheirDigits() {
    Ticks t = Ticks.of(Axis.linear("", ""), -0.2, 0.3, 5);

    assertThat(labels(t)).containsExactly("−0.2", "−0.1", "0.0", "0.1", "0.2", "0.3");
    assertThat(t.list().get(3).at()).isEqualTo(0.1);
  }

  @Test
  void largeValuesGetTheirPrefix() {
    Ticks t = Ticks.of(Axis.linear("key rate", "bit/s"), 0, 2.5e6, 5);

    assertThat(labels(t)).containsExactly("0.0", "0.5", "1.0", "1.5", "2.0", "2.5");
    assertThat(t.title()).isEqualTo("key rate (Mbit/s)");
  }

  @Test
  void aUnitThatTakesNoPrefixGetsAPowerOfTen() {
    assertThat(Ticks.of(Axis.linear("noise", "1/s"), 0, 4e5, 4).title())
        .isEqualTo("noise (10³ 1/s)");
    assertThat(Ticks.of(Axis.linear("noise", "1/s"), 0, 400, 4).title()).isEqualTo("noise (1/s)");
  }

  @Test
  void aLogarithmicAxisHasDecades() {
    Ticks t = Ticks.of(Axis.logarithmic("noise", "1/s"), 0.5, 2e5, 5);

    assertThat(labels(t)).containsExactly("10⁰", "10¹", "10²", "10³", "10⁴", "10⁵");
  }

  @Test
  void fewDecadesHaveTicksBetweenThem() {
    assertThat(labels(Ticks.of(Axis.logarithmic("", ""), 8e-3, 3e-2, 5)))
        .containsExactly("10⁻²", "2·10⁻²");
  }

  @Test
  void timeIsToldInTheUnitThatSuitsIt() {
    assertThat(labels(Ticks.of(Axis.time("time"), 0, 8 * 3600, 7)))
        .containsExactly("0", "2", "4", "6", "8");
    assertThat(Ticks.of(Axis.time("time"), 0, 8 * 3600, 7).title()).isEqualTo("time (h)");
    assertThat(Ticks.of(Axis.time("time"), 0, 120, 7).title()).isEqualTo("time (s)");
    assertThat(Ticks.of(Axis.time("time"), 0, 600, 7).title()).isEqualTo("time (min)");
    assertThat(Ticks.of(Axis.time("time"), 0, 30 * 86400, 7).title()).isEqualTo("time (d)");
    assertThat(Ticks.of(Axis.time("time"), 0, 1e-6, 5).title()).isEqualTo("time (µs)");
  }
}
