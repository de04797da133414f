package org.optihal.physics.photon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Three standard errors, ten million samples. */
class MonteCarloAgreesWithClosedFormsTest {
  private static final long SEED = 20_260_302;
  private static final int SAMPLES = 10_000_000;
  private static final double PICOSECOND = 1e-12;
  private static final PulseTrain DARK = new PulseTrain(1e6, 0, 0, 0);

  private static final AvalancheDetector IDEAL =
      new AvalancheDetector(
          0.2, 1000, 10e-6, 0, List.of(), Jitter.NONE, 0, BrightLight.TYPICAL, null);

  /** Mean and standard deviation of a sample. */
  private static final class Moments {
    private long count;
    private double sum;
    private double squares;

    void add(double value) {
      count++;
      sum += value;
      squares += value * value;
    }

    double mean() {
      return sum / count;
    }

    double deviation() {
      return Math.sqrt(squares / count - mean() * mean());
    }
  }

  private static void times(
      AvalancheDetector detector, double photonRate, PulseTrain pulses, LongConsumer consumer) {
    AvalancheSimulator simulator = new AvalancheSimulator(detector, new SplittableRandom(SEED));
    long[] times = new long[4096];
    for (int left = SAMPLES + 1; left > 0; left -= times.length) {
      int count = simulator.detect(photonRate, pulses, Long.MAX_VALUE, times);
      for (int i = 0; i < Math.min(count, left); i++) {
        consumer.accept(times[i]);
      }
    }
  }

  /** Without the first, which no dead time precedes. */
  private static void intervals(
      AvalancheDetector detector, double photonRate, PulseTrain pulses, LongConsumer consumer) {
    long[] last = {-1};
    times(
        detector,
        photonRate,
        pulses,
        time -> {
          if (last[0] >= 0) {
            consumer.accept(time - last[0]);
          }
          last[0] = time;
        });
  }

  private static void assertNear(double value, double expected, double standardError) {
    assertThat((value - expected) / standardError)
        .as("standard errors of %s from %s, seed %d", value, expected, SEED)
        .isBetween(-3.0, 3.0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e4, 1e6, 1e8, 1e13})
  void freeRunningFromLowLightToSaturation(double photonRate) {
    Moments moments = new Moments();
    intervals(IDEAL, photonRate, DARK, moments::add);
    double rate = 0.2 * photonRate + 1000;
    double interval = 1e12 / SinglePhotonDetection.nonParalyzable(rate, 10e-6);
    double rounding = 1e-3; // of whole picoseconds, over the whole run
    assertNear(moments.mean(), interval, Math.hypot(1e12 / rate, rounding) / Math.sqrt(SAMPLES));
  }

  @ParameterizedTest
  @CsvSource({"1e7, 5e-9", "2e8, 20e-9"})
  void exponentialRecovery(double photonRate, double recoveryTime) {
    AvalancheDetector detector = IDEAL.withDeadTime(20e-9).withRecoveryTime(recoveryTime);
    Moments moments = new Moments();
    intervals(detector, photonRate, DARK, moments::add);
    double rate = 0.2 * photonRate + 1000;
    double interval = 1e12 / SinglePhotonDetection.recovering(rate, 20e-9, recoveryTime);
    assertNear(moments.mean(), interval, moments.deviation() / Math.sqrt(SAMPLES));
  }

  /** One gate in a microsecond, light all the time: the same chance in every gate not blanked. */
  @ParameterizedTest
  @CsvSource({"1e8, 0", "3e10, 5"})
  void gatedInContinuousLight(double photonRate, int blankedGates) {
    Gate gate =
        Gate.flat(1e6, 0.3e-6, 2e-9)
            .withProfile(List.of(0.0, 1.0, 0.5, 0.0))
            .withBlankedGates(blankedGates);
    AvalancheDetector detector = IDEAL.withDeadTime(0).withGate(gate);
    double detectable = (0.2 * photonRate + 1000) * 2e-9 * gate.meanProfile();
    double click = -StrictMath.expm1(-detectable);
    Moments gates = new Moments();
    intervals(detector, photonRate, DARK, interval -> gates.add(Math.rint(interval * 1e-6)));
    double perGate = SinglePhotonDetection.gated(click, blankedGates);
    double deviation = Math.sqrt(1 - click) / click; // of a geometric distribution
    assertNear(gates.mean(), 1 / perGate, deviation / Math.sqrt(SAMPLES));
  }

  /** A hold-off in time blanks the gates that open before its end. */
  @Test
  void gatedPulsesWithDarkCounts() {
    Gate gate = Gate.flat(1e6, 0, 2e-9);
    AvalancheDetector detector =
        IDEAL.withDeadTime(4.5e-6).withDarkRate(1e6).withGate(gate).withEfficiency(0.3);
    PulseTrain pulses = new PulseTrain(1e6, 1e-9, 0.8, 0);
    double click = SinglePhotonDetection.clickProbability(-StrictMath.expm1(-1e6 * 2e-9), 0.3, 0.8);
    Moments gates = new Moments();
    intervals(detector, 0, pulses, interval -> gates.add(Math.rint(interval * 1e-6)));
    double deviation = Math.sqrt(1 - click) / click;
    assertNear(
        gates.mean(), 1 / SinglePhotonDetection.gated(click, 4), deviation / Math.sqrt(SAMPLES));
  }

  /** After each detection either a photon or a released carrier comes first. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 5e-6, 10e-6, 20e-6})
  void afterPulseProbabilityBehindAHoldOff(double holdOff) {
    AvalancheDetector detector =
        IDEAL.withDarkRate(10).withDeadTime(holdOff).withTraps(List.of(new Trap(0.05, 5e-6)));
    double window = 120e-6; // 20 lifetimes and more
    long[] inside = {0};
    intervals(detector, 0, DARK, i -> inside[0] += i * PICOSECOND < holdOff + window ? 1 : 0);
    double afterPulse = SinglePhotonDetection.afterPulse(0.05, 5e-6, holdOff);
    double expected = 1 - (1 - afterPulse) * StrictMath.exp(-10 * window);
    assertNear(
        (double) inside[0] / SAMPLES, expected, Math.sqrt(expected * (1 - expected) / SAMPLES));
  }

  /** All orders: each after-pulse traps carriers of its own, from every trap. */
  @Test
  void afterPulsesOfAllOrdersMultiplyTheRateAtLowLight() {
    List<Trap> traps = List.of(new Trap(0.2, 50e-9), new Trap(0.1, 400e-9), new Trap(0.05, 2e-6));
    AvalancheDetector detector = IDEAL.withDarkRate(5).withDeadTime(30e-9).withTraps(traps);
    Moments moments = new Moments();
    intervals(detector, 0, DARK, moments::add);
    double p = SinglePhotonDetection.afterPulse(traps, 30e-9);
    double interval = 1e12 / (5 * SinglePhotonDetection.afterPulseGain(p));
    assertNear(moments.mean(), interval, moments.deviation() / Math.sqrt(SAMPLES));
  }

  @Test
  void pulsesClickAsTheirPhotonNumberSays() {
    AvalancheDetector detector = IDEAL.withDarkRate(0).withDeadTime(5e-9).withEfficiency(0.6);
    PulseTrain pulses = new PulseTrain(1e8, 3e-9, 0.5, 300e-12);
    Moments periods = new Moments();
    intervals(detector, 0, pulses, interval -> periods.add(Math.rint(interval * 1e-4)));
    double click = SinglePhotonDetection.clickProbability(0, 0.6, 0.5);
    assertNear(periods.mean(), 1 / click, Math.sqrt(1 - click) / click / Math.sqrt(SAMPLES));
  }

  /** Pulse and jitter are Gaussian, the tail exponential: means and variances add. */
  @ParameterizedTest
  @CsvSource({"150e-12, 0, 0, 0", "60e-12, 0.1, 300e-12, 80e-12"})
  void jitterHasItsWidthAndTail(double width, double fraction, double tail, double pulseWidth) {
    AvalancheDetector detector =
        IDEAL.withDarkRate(0).withDeadTime(50e-9).withJitter(new Jitter(width, fraction, tail));
    // At most one photon a pulse: several would favour the first of them.
    PulseTrain pulses = new PulseTrain(1e7, 40e-9, 1e-5, pulseWidth);
    Moments delay = new Moments();
    times(detector, 0, pulses, time -> delay.add(Math.floorMod(time, 100_000L) + 0.5 - 40_000));
    double sigma = 1e12 * Math.hypot(width, pulseWidth) / (2 * Math.sqrt(2 * StrictMath.log(2)));
    double picoseconds = 1e12 * tail;
    double mean = fraction * picoseconds;
    // Fourth central moment from the independent parts Gaussian and tail.
    double t2 = picoseconds * picoseconds * (2 * fraction - fraction * fraction);
    double t4 =
        StrictMath.pow(picoseconds, 4)
            * (24 * fraction
                - 24 * fraction * fraction
                + 12 * StrictMath.pow(fraction, 3)
                - 3 * StrictMath.pow(fraction, 4));
    double variance = sigma * sigma + t2 + 1.0 / 12;
    double fourth = 3 * StrictMath.pow(sigma, 4) + 6 * sigma * sigma * t2 + t4;
    assertNear(delay.mean(), mean, Math.sqrt(variance / SAMPLES));
    double measured = delay.deviation() * delay.deviation();
    assertNear(measured, variance, Math.sqrt((fourth - variance * variance) / SAMPLES));
  }

  @Test
  void countsFluctuateLessThanPoisson() {
    AvalancheSimulator simulator = new AvalancheSimulator(IDEAL, new SplittableRandom(SEED));
    long[] times = new long[8192];
    Moments counts = new Moments();
    int windows = 4000;
    for (int i = 1; i <= windows; i++) {
      counts.add(simulator.detect(1.495e6, 10_000_000_000L * i, times));
    }
    double variance = SinglePhotonDetection.nonParalyzableVariance(3e5, 10e-6, 10e-3);
    double measured = counts.deviation() * counts.deviation();
    assertNear(measured, variance, variance * Math.sqrt(2.0 / windows));
  }
}
