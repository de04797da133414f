package org.optihal.emulators.light.element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optihal.emulators.light.FieldFixture;
import org.optihal.emulators.light.TestSource;
import org.optihal.hal.light.Cause;

class AmplifierPartTest {
  private static final double F = 193.1e12;
  private static final double PLANCK = 6.62607015e-34;

  private static FieldFixture bench(String options, TestSource source) {
    return FieldFixture.of("amp amplifier " + options).add(source).wire("laser/out -> amp/in");
  }

  private static FieldFixture bench(String options, double watts) {
    return bench(options, TestSource.laser("laser", F, watts));
  }

  private static double gainDb(FieldFixture bench) {
    return -bench.lossDb("amp/out", "laser");
  }

  private static Offset<Double> closely() {
    return within(1e-9);
  }

  @Test
  void constantGainHoldsUntilTheOutputIsFull() {
    assertThat(gainDb(bench("gain=20dB output-power=17dBm", 1e-5))).isCloseTo(20, closely());
    assertThat(gainDb(bench("gain=20dB output-power=17dBm", 1e-3))).isCloseTo(17, closely());
  }

  @Test
  void constantPowerHoldsTheOutput() {
    String options = "mode=constant-power gain=25dB output-power=10dBm";
    assertThat(gainDb(bench(options, 1e-3))).isCloseTo(10, closely());
    assertThat(gainDb(bench(options, 1e-4))).isCloseTo(20, closely());
    assertThat(gainDb(bench(options, 1e-6))).isCloseTo(25, closely());
  }

  @Test
  void theChannelsThatSurviveOvershootAndSettle() {
    TestSource comb = new TestSource("laser");
    comb.line("laser", F, 0, 1e-4);
    TestSource.Line dropped = comb.line("dropped", F + 100e9, 0, 9e-4);
    FieldFixture bench =
        bench("mode=constant-power gain=40dB output-power=10dBm settling=1ms", comb);
    assertThat(gainDb(bench)).isCloseTo(10, closely());
    dropped.set(F + 100e9, 0);
    Duration at = Duration.ofSeconds(1);
    bench.at(at);
    assertThat(gainDb(bench)).isCloseTo(10, closely());
    bench.at(at.plusMillis(1));
    assertThat(gainDb(bench)).isCloseTo(20 - 10 / StrictMath.E, closely());
    bench.at(at.plusMillis(2));
    assertThat(gainDb(bench)).isCloseTo(20 - 10 * StrictMath.exp(-2), closely());
    bench.at(at.plusMillis(60));
    assertThat(gainDb(bench)).isCloseTo(20, closely());
  }

  @Test
  void aTransientIsTheSameForAnyWayOfLookingAtIt() {
    double[] gains = new double[2];
    for (int run = 0; run < 2; run++) {
      TestSource laser = TestSource.laser("laser", F, 1e-3);
      FieldFixture bench = bench("mode=constant-power gain=40dB output-power=10dBm", laser);
      bench.field();
      laser.set(F, 1e-4);
      bench.field().at(1);
      for (int i = 1; i <= 10; i++) {
        if (run == 0 || i == 10) {
          bench.field().at(1 + i * 100_000L);
        }
      }
      gains[run] = gainDb(bench);
    }
    assertThat(gains[0]).isCloseTo(gains[1], closely()).isGreaterThan(15);
  }

  @Test
  void firstLightFindsASettledGain() {
    TestSource laser = TestSource.laser("laser", F, 0);
    FieldFixture bench = bench("mode=constant-power gain=30dB output-power=10dBm", laser);
    bench.at(Duration.ofSeconds(1));
    laser.set(F, 1e-3);
    bench.at(Duration.ofSeconds(2));
    assertThat(gainDb(bench)).isCloseTo(10, closely());
  }

  @Test
  void withoutASettlingTimeItFollowsAtOnce() {
    TestSource laser = TestSource.laser("laser", F, 1e-3);
    FieldFixture bench =
        bench("mode=constant-power gain=30dB output-power=10dBm settling=0s", laser);
    bench.field();
    laser.set(F, 1e-4);
    bench.at(Duration.ofSeconds(1));
    assertThat(gainDb(bench)).isCloseTo(20, closely());
  }

  @Test
  void lightOutsideItsBandIsAbsorbedAndDoesNotCount() {
    TestSource comb = new TestSource("laser");
    comb.line("laser", F, 0, 1e-4);
    comb.line("outside", 190e12, 0, 1);
    FieldFixture bench = bench("mode=constant-power gain=30dB output-power=10dBm", comb);
    assertThat(gainDb(bench)).isCloseTo(20, closely());
    assertThat(bench.leaving("amp/out").line("outside")).isEmpty();
  }

  @Test
  void nothingComesBack() {
    FieldFixture bench =
        FieldFixture.of("amp amplifier")
            .add(TestSource.laser("laser", F, 1e-3))
            .wire("laser/out -> amp/out");
    assertThat(bench.leaving("amp/in").lines()).isEmpty();
    assertThat(bench.leaving("amp/in").watts()).isZero();
  }

  @Test
  void emissionIsThatOfItsNoiseFigureWithinItsBand() {
    FieldFixture bench = bench("gain=20dB noise-figure=5dB", 1e-6);
    double density = (StrictMath.pow(10, 2.5) - 1) * PLANCK * F;
    assertThat(bench.leaving("amp/out").noise(Cause.AMPLIFIED_EMISSION, F - 6.25e9, F + 6.25e9))
        .isCloseTo(density * 12.5e9, within(density * 12.5e9 * 5e-4));
    assertThat(bench.leaving("amp/out").noise(Cause.AMPLIFIED_EMISSION, 196.1e12, 200e12)).isZero();
    assertThat(bench.leaving("amp/out").noise(Cause.AMPLIFIED_EMISSION, 185e12, 191.3e12)).isZero();
  }

  @Test
  void withoutGainThereIsNoAmplifiedVacuumToCount() {
    FieldFixture bench = bench("gain=0dB noise-figure=0dB", 1e-6);
    assertThat(bench.leaving("amp/out").noise(Cause.AMPLIFIED_EMISSION)).isZero();
  }

  @Test
  void anAmplifierInDeepSaturationEmitsNothing() {
    FieldFixture bench = bench("gain=20dB output-power=0dBm", 1e-2);
    assertThat(gainDb(bench)).isCloseTo(-10, closely());
    assertThat(bench.leaving("amp/out").noise(Cause.AMPLIFIED_EMISSION)).isZero();
  }

  @Test
  void noiseComesOnTopOfTheOutputPower() {
    FieldFixture bench =
        FieldFixture.of(
                "ase ase-source low=192THz high=195THz power=0dBm",
                "amp amplifier gain=20dB output-power=10dBm noise-figure=5dB")
            .wire("ase/out -> amp/in");
    double own = (StrictMath.pow(10, 2.5) - 1) * PLANCK * 193.7e12 * 4.8e12;
    assertThat(bench.leaving("amp/out").noise(Cause.AMPLIFIED_EMISSION))
        .isCloseTo(0.1 + own, within(1e-6));
  }

  @Test
  void emissionOfAChainAddsUp() {
    FieldFixture bench =
        bench("gain=20dB", 1e-6)
            .add("span attenuator attenuation=20dB")
            .add("next amplifier gain=20dB")
            .wire("amp/out -> span -> next/in");
    double once = bench.leaving("amp/out").noise(Cause.AMPLIFIED_EMISSION);
    assertThat(bench.leaving("next/out").noise(Cause.AMPLIFIED_EMISSION))
        .isCloseTo(2 * once, within(once * 1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "low=196THz high=191THz, high",
    "gain=-1dB, gain",
    "gain=20dB noise-figure=1dB, noiseFigureDb"
  })
  void nonsenseIsRefused(String options, String parameter) {
    assertThatThrownBy(() -> FieldFixture.of("amp amplifier " + options).field())
        .hasMessageContaining("amplifier amp (bench:1)")
        .hasMessageContaining(parameter);
  }
}
