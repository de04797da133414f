package org.optihal.hal.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optihal.hal.light.Light.Line;

class LightTest {
  private static final long SEED = Long.getLong("seed", 20_260_301L);

  private static Line line(String source, double hertz, double bandwidth, double watts) {
    return new Line(source, hertz, bandwidth, watts, watts / 4, 0.5, 12, 0.1);
  }

  /** 100 W in a line over [200, 240), 25 W of crosstalk with it, and noise in [0, 100) and up. */
  private static Light sample() {
    return new Light(
        List.of(line("laser", 220, 40, 100), line("comb#7", 400, 0, 8)),
        new double[] {0, 100, 300},
        Map.of(Cause.RAMAN_CO, new double[] {2, 1}, Cause.LEAKAGE, new double[] {0, 3}));
  }

  @Test
  void allPowerIsLinesCrosstalkAndNoise() {
    assertThat(sample().watts()).isEqualTo(100 + 25 + 8 + 2 + 200 + 200 + 600);
    assertThat(Light.DARK.watts()).isZero();
    assertThat(Light.DARK.noise(Cause.DARK)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 300, 400",
    "-50, 1000, 400",
    "0, 100, 200",
    "50, 150, 150",
    "100, 100, 0",
    "150, 100, 0",
    "300, 400, 0",
    "-100, 0, 0"
  })
  void noiseIsCountedBetweenTheEdgesAskedFor(double low, double high, double watts) {
    assertThat(sample().noise(Cause.RAMAN_CO, low, high)).isEqualTo(watts);
    assertThat(sample().noise(Cause.FOUR_WAVE_MIXING, low, high)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"200, 240, 100", "0, 220, 50", "210, 220, 25", "230, 999, 25", "240, 999, 0"})
  void aLineIsCutAtTheEdges(double low, double high, double watts) {
    Light cut = sample().within(low, high);

    assertThat(cut.line("laser").map(Line::watts).orElse(0.0)).isEqualTo(watts);
    assertThat(cut.line("laser").map(Line::crosstalk).orElse(0.0)).isEqualTo(watts / 4);
    cut.line("laser")
        .ifPresent(
            l -> {
              assertThat(l.hertz() - l.bandwidth() / 2).isEqualTo(Math.max(low, 200));
              assertThat(l.hertz() + l.bandwidth() / 2).isEqualTo(Math.min(high, 240));
              assertThat(l.transmittance()).isEqualTo(0.5);
              assertThat(l.delayPicos()).isEqualTo(12);
              assertThat(l.misrotation()).isEqualTo(0.1);
            });
  }

  @Test
  void aLineWithoutWidthIsInsideOrNot() {
    assertThat(sample().within(400, 401).line("comb#7")).isPresent();
    assertThat(sample().within(399, 400).line("comb#7")).isEmpty();
  }

  @Test
  void whatIsOutsideTheNoiseHasNone() {
    for (double[] band : new double[][] {{300, 500}, {-10, 0}, {70, 70}}) {
      Light cut = sample().within(band[0], band[1]);
      assertThat(cut.noise(Cause.RAMAN_CO)).isZero();
      assertThat(cut.within(0, 100).watts()).isZero();
    }
  }

  @Test
  void cuttingTwiceCutsNothingMore() {
    Light once = sample().within(50, 225);
    Light twice = once.within(50, 225);

    assertThat(twice.watts()).isEqualTo(once.watts());
    assertThat(once.noise(Cause.RAMAN_CO, 50, 75)).isEqualTo(50);
    assertThat(once.edges()).containsExactly(50, 100, 225);
  }

  @Test
  void slotsAndPiecesSumUpToTheWhole() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 200; i++) {
      Light light = random(random);
      double[] slots = {-1, random.nextDouble(0, 5), random.nextDouble(5, 10), 11};
      double[] watts = light.spectrum(slots);
      double pieces = 0;
      for (int s = 0; s < watts.length; s++) {
        double piece = light.within(slots[s], slots[s + 1]).watts();
        assertThat(watts[s]).as("seed %d, %d", SEED, i).isCloseTo(piece, within(1e-9));
        pieces += piece;
      }
      assertThat(pieces).as("seed %d, %d", SEED, i).isCloseTo(light.watts(), within(1e-9));
    }
  }

  private static Light random(SplittableRandom random) {
    double[] edges = random.doubles(6, 0, 10).sorted().toArray();
    return new Light(
        List.of(
            line("a", random.nextDouble(2, 8), random.nextDouble(2), random.nextDouble()),
            line("b", random.nextDouble(2, 8), 0, random.nextDouble())),
        edges,
        Map.of(
            Cause.AMPLIFIED_EMISSION,
            random.doubles(5).toArray(),
            Cause.RAMAN_COUNTER,
            random.doubles(5).toArray()));
  }

  @Test
  void aChannelOfACombIsFromTheComb() {
    assertThat(line("comb#7", 1, 1, 1).isFrom("comb")).isTrue();
    assertThat(line("comb", 1, 1, 1).isFrom("comb")).isTrue();
    assertThat(line("comb-2#7", 1, 1, 1).isFrom("comb")).isFalse();
    assertThat(line("comb", 1, 1, 1).isFrom("comb#7")).isFalse();
  }

  @Test
  void nobodyChangesItFromOutside() {
    double[] edges = {0, 1};
    double[] density = {5};
    Light light = new Light(List.of(), edges, Map.of(Cause.CROSSTALK, density));
    edges[1] = 100;
    density[0] = 100;
    light.edges()[0] = -100;

    assertThat(light.watts()).isEqualTo(5);
  }

  @Test
  void densitiesFitTheirEdges() {
    assertThatThrownBy(
            () ->
                new Light(
                    List.of(), new double[] {0, 1}, Map.of(Cause.LEAKAGE, new double[] {1, 2})))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 densities of LEAKAGE between 2 edges");
  }
}
