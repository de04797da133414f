package org.optihal.physics.coherent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.optihal.physics.coherent.BalancedReceiver.Channel;
import org.optihal.physics.coherent.BalancedReceiver.Light;
import org.optihal.physics.coherent.BalancedReceiver.Sampler;

final class BalancedReceiverTest {
  private static final long SEED = 20;
  private static final int SAMPLES = 400_000;
  private static final double MODULATION = 4;
  private static final ShotNoise SHOT_NOISE = new ShotNoise(8e-3, 1, 250e6, 5000);
  private static final Channel CHANNEL = new Channel(0.3, 0.05);

  private static BalancedReceiver receiver(Detection detection) {
    return new BalancedReceiver(
        detection, 0.6, 0.1, 0.02, SHOT_NOISE, new Digitizer(12, 10 * SHOT_NOISE.volts(1)));
  }

  private static Correlation run(Detection detection, Light light, long seed) {
    SplittableRandom alice = new SplittableRandom(seed);
    SplittableRandom bob = new SplittableRandom(seed + 1);
    Sampler sampler = receiver(detection).sampler(CHANNEL, light, bob::nextGaussian);
    Correlation data = new Correlation();
    for (int i = 0; i < SAMPLES; i++) {
      double quadrature = StrictMath.sqrt(MODULATION) * alice.nextGaussian();
      data.add(quadrature, sampler.next(quadrature));
    }
    return data;
  }

  @ParameterizedTest
  @EnumSource
  void variancesOfACalibrationAreThoseOfTheFormulas(Detection detection) {
    // Three standard errors of a variance: 3 sqrt(2/n).
    double error = 3 * StrictMath.sqrt(2.0 / SAMPLES);
    assertThat(run(detection, Light.DARK, SEED).varianceY())
        .as("seed %d", SEED)
        .isCloseTo(0.1, within(0.1 * error + 1e-4));
    assertThat(run(detection, Light.LOCAL_OSCILLATOR, SEED).varianceY())
        .as("seed %d", SEED)
        .isCloseTo(1.12, within(1.12 * error + 1e-4));
    double gain = 0.6 * 0.3 / detection.quadratures();
    double expected = 1.12 + gain * (MODULATION + 0.05);
    assertThat(receiver(detection).variance(CHANNEL, MODULATION))
        .isCloseTo(expected, within(1e-12));
    assertThat(run(detection, Light.SIGNAL, SEED).varianceY())
        .as("seed %d", SEED)
        .isCloseTo(expected, within(expected * error + 1e-4));
  }

  @ParameterizedTest
  @EnumSource
  void estimateFindsTheChannel(Detection detection) {
    ParameterEstimate estimate =
        ParameterEstimate.from(run(detection, Light.SIGNAL, SEED), detection, 0.6, 0.12, 1e-3);
    assertThat(estimate.samples()).isEqualTo(SAMPLES);
    assertThat(estimate.transmittance().contains(0.3)).as("seed %d", SEED).isTrue();
    assertThat(estimate.excessNoise().contains(0.05)).as("seed %d", SEED).isTrue();
    assertThat(estimate.transmittance().estimate()).isCloseTo(0.3, within(0.01));
    assertThat(estimate.excessNoise().high() - estimate.excessNoise().low()).isLessThan(0.3);
  }

  @Test
  void sameSeedSameSamples() {
    assertThat(run(Detection.HOMODYNE, Light.SIGNAL, 4).covariance())
        .isEqualTo(run(Detection.HOMODYNE, Light.SIGNAL, 4).covariance());
  }

  @Test
  void coarseRangeAddsQuantizationAndNarrowRangeClips() {
    Digitizer coarse = new Digitizer(4, 8 * SHOT_NOISE.volts(1));
    BalancedReceiver rough = new BalancedReceiver(Detection.HOMODYNE, 1, 0, 0, SHOT_NOISE, coarse);
    SplittableRandom random = new SplittableRandom(SEED);
    Sampler sampler = rough.sampler(CHANNEL, Light.LOCAL_OSCILLATOR, random::nextGaussian);
    Correlation data = new Correlation();
    for (int i = 0; i < SAMPLES; i++) {
      data.add(0, sampler.next(0));
    }
    double quantization = SHOT_NOISE.inUnits(coarse.quantizationNoise());
    assertThat(data.varianceY())
        .as("seed %d", SEED)
        .isCloseTo(1 + quantization, within(3 * 1.1 * StrictMath.sqrt(2.0 / SAMPLES)));
    Digitizer narrow = new Digitizer(12, SHOT_NOISE.volts(1));
    Sampler clipping =
        new BalancedReceiver(Detection.HOMODYNE, 1, 0, 0, SHOT_NOISE, narrow)
            .sampler(CHANNEL, Light.LOCAL_OSCILLATOR, random::nextGaussian);
    for (int i = 0; i < SAMPLES; i++) {
      clipping.next(0);
    }
    double expected = SAMPLES * narrow.clippingProbability(SHOT_NOISE.volts(1));
    assertThat((double) clipping.clipped())
        .as("seed %d", SEED)
        .isCloseTo(expected, within(3 * StrictMath.sqrt(expected)));
  }

  @Test
  void refusesWhatIsNoChannel() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Channel(0, 0))
        .withMessageContaining("transmittance");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Channel(0.5, -0.1))
        .withMessageContaining("excessNoise");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                receiver(Detection.HOMODYNE)
                    .sampler(CHANNEL, Light.SIGNAL, () -> 0)
                    .next(Double.NaN))
        .withMessageContaining("quadrature");
  }
}
