package org.optihal.emulators.light.element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.optihal.emulators.light.FieldFixture;
import org.optihal.emulators.light.TestSource;

class RotatorPartTest {
  private static FieldFixture bench(String rotator) {
    return FieldFixture.of(rotator)
        .add(TestSource.laser("laser", 193.1e12, 1))
        .wire("laser/out -> turn/in");
  }

  private static double turned(FieldFixture bench, String port) {
    return bench.leaving(port).line("laser").orElseThrow().misrotation();
  }

  @Test
  void itTurnsAndLoses() {
    FieldFixture bench = bench("turn rotator angle=0.3rad loss=0.2dB");
    assertThat(turned(bench, "turn/out")).isCloseTo(0.3, within(1e-12));
    assertThat(bench.lossDb("turn/out", "laser")).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void twoTurnsAdd() {
    FieldFixture bench =
        bench("turn rotator angle=0.3rad")
            .add("more rotator angle=-0.1rad")
            .wire("turn/out -> more/in");
    assertThat(turned(bench, "more/out")).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void lightThatComesBackIsTurnedBack() {
    FieldFixture bench =
        bench("turn rotator angle=0.3rad")
            .add("back rotator angle=0.3rad")
            .wire("turn/out -> back/out");
    assertThat(turned(bench, "back/in")).isCloseTo(0, within(1e-12));
  }

  @Test
  void driftRepeatsWithItsSeedAndGrowsAsTheRootOfTime() {
    double sum = 0;
    int runs = 400;
    for (int seed = 0; seed < runs; seed++) {
      FieldFixture bench = bench("turn rotator drift=0.1rad").seed(seed);
      assertThat(turned(bench, "turn/out")).isZero();
      double angle = turned(bench.at(Duration.ofHours(4)), "turn/out");
      sum += angle * angle;
      FieldFixture again = bench("turn rotator drift=0.1rad").seed(seed);
      assertThat(turned(again.at(Duration.ofHours(4)), "turn/out")).isEqualTo(angle);
    }
    // The mean of 400 sums of three squares has a standard error of 4.1 %.
    assertThat(StrictMath.sqrt(sum / runs)).isCloseTo(0.2, within(0.2 * 0.06));
  }

  @Test
  void aNegativeDriftIsRefused() {
    assertThatThrownBy(() -> bench("turn rotator drift=-0.1rad").field())
        .hasMessageContaining("rotator turn (bench:1), drift");
  }
}
