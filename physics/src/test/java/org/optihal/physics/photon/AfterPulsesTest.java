package org.optihal.physics.photon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AfterPulsesTest {
  private static final long SEED = 20_260_417;
  private static final int BATCHES = 100;
  private static final int BATCH = 10_000;
  private static final PulseTrain DARK = new PulseTrain(1e6, 0, 0, 0);

  private static final AvalancheDetector IDEAL =
      new AvalancheDetector(
          0.2, 1000, 10e-6, 0, List.of(), Jitter.NONE, 0, BrightLight.TYPICAL, null);

  /** Mean count rate of batches, and its standard error. */
  private record Measured(double rate, double standardError) {
    static Measured of(AvalancheDetector detector, double photonRate, PulseTrain pulses) {
      AvalancheSimulator simulator = new AvalancheSimulator(detector, new SplittableRandom(SEED));
      long[] times = new long[BATCH];
      simulator.detect(photonRate, pulses, Long.MAX_VALUE, times);
      long last = times[BATCH - 1];
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < BATCHES; i++) {
        simulator.detect(photonRate, pulses, Long.MAX_VALUE, times);
        double interval = (times[BATCH - 1] - last) * 1e-12 / BATCH;
        last = times[BATCH - 1];
        sum += interval;
        squares += interval * interval;
      }
      double mean = sum / BATCHES;
      double deviation = Math.sqrt(Math.max(0, squares / BATCHES - mean * mean) / (BATCHES - 1));
      return new Measured(1 / mean, deviation / mean / mean);
    }

    void assertNear(double expected) {
      assertThat((expected - rate) / standardError)
          .as("standard errors of %s from %s, seed %d", expected, rate, SEED)
          .isBetween(-3.0, 3.0);
    }
  }

  private static double free(AvalancheDetector d, double photonRate) {
    double rate = d.efficiency() * photonRate + d.darkRate();
    double events = AfterPulses.eventRate(rate, d.traps(), d.deadTime(), d.recoveryTime());
    return SinglePhotonDetection.recovering(events, d.deadTime(), d.recoveryTime());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.2, 5e-6, 10e-6, 0",
    "1e4, 0.2, 5e-6, 10e-6, 0",
    "1e6, 0.2, 5e-6, 10e-6, 0",
    "1e6, 0.2, 50e-6, 10e-6, 0",
    "1e6, 0.2, 5e-6, 1e-6, 0",
    "1e7, 0.1, 200e-9, 50e-9, 30e-9",
    "1e8, 0.1, 200e-9, 50e-9, 30e-9"
  })
  void strongLightDrownsThem(
      double photonRate, double amplitude, double lifetime, double deadTime, double recovery) {
    AvalancheDetector detector =
        IDEAL
            .withDeadTime(deadTime)
            .withRecoveryTime(recovery)
            .withTraps(List.of(new Trap(amplitude, lifetime)));
    Measured.of(detector, photonRate, DARK).assertNear(free(detector, photonRate));
  }

  @ParameterizedTest
  @CsvSource({
    "1e9, 200e-12, 10e-9, 0.06, 50e-9, 0.013",
    "1e9, 200e-12, 0, 0.06, 50e-9, 0.2",
    "1e9, 200e-12, 10e-9, 0.5, 5e-9, 2",
    "1e8, 1e-9, 100e-9, 0.5, 300e-9, 1",
    "1e6, 5e-9, 600e-9, 0.3, 1e-6, 0.8"
  })
  void closedGatesLoseThem(
      double rate, double width, double deadTime, double amplitude, double lifetime, double mean) {
    Gate gate = Gate.flat(rate, 0, width);
    AvalancheDetector detector =
        IDEAL
            .withDeadTime(deadTime)
            .withGate(gate)
            .withTraps(List.of(new Trap(amplitude, lifetime)));
    PulseTrain pulses = new PulseTrain(rate, width / 2, mean, 0);
    double dark = -StrictMath.expm1(-1000 * width);
    double click = SinglePhotonDetection.clickProbability(dark, 0.2, mean);
    double all = AfterPulses.gatedClick(click, detector.traps(), gate, deadTime);
    double expected =
        rate * SinglePhotonDetection.gated(all, AfterPulses.deadGates(gate, deadTime));
    Measured.of(detector, 0, pulses).assertNear(expected);
  }

  /** The plain sum over 20000 gates, an independent evaluation with Python. */
  @Test
  void aCarrierSurvivesHoldOffAndFallsIntoAGate() {
    Gate gate = Gate.flat(1e9, 0, 200e-12);
    List<Trap> traps = List.of(new Trap(0.06, 50e-9));
    assertThat(AfterPulses.gatedProbability(traps, gate, 10e-9, 0))
        .isCloseTo(0.009726855321251426, withinPercentage(1e-7));
  }

  @Test
  void inTheDarkTheyAreThoseOfTheHoldOff() {
    List<Trap> traps = List.of(new Trap(0.03, 2e-6), new Trap(0.01, 15e-6));
    assertThat(AfterPulses.probability(traps, 0, 7e-6, 0))
        .isCloseTo(SinglePhotonDetection.afterPulse(traps, 7e-6), withinPercentage(1e-10));
    double p = SinglePhotonDetection.afterPulse(traps, 7e-6);
    assertThat(AfterPulses.eventRate(1e-3, traps, 7e-6, 0))
        .isCloseTo(1e-3 * SinglePhotonDetection.afterPulseGain(p), withinPercentage(1e-6));
    assertThat(AfterPulses.eventRate(0, traps, 7e-6, 0)).isZero();
    assertThat(AfterPulses.eventRate(5, List.of(), 7e-6, 0)).isEqualTo(5);
  }

  @Test
  void aShortRecoveryIsNone() {
    List<Trap> traps = List.of(new Trap(0.2, 2e-6));
    for (double rate : new double[] {0, 1e3, 1e6, 1e9}) {
      assertThat(AfterPulses.probability(traps, rate, 1e-6, 1e-18))
          .isCloseTo(AfterPulses.probability(traps, rate, 1e-6, 0), withinPercentage(1e-6));
    }
  }

  @Test
  void holdOffsBlankTheGatesThatOpenWithinThem() {
    Gate slow = Gate.flat(1e6, 0, 1e-9);
    assertThat(AfterPulses.deadGates(slow, 0)).isZero();
    assertThat(AfterPulses.deadGates(slow, 600e-9)).isZero();
    assertThat(AfterPulses.deadGates(slow, 4.5e-6)).isEqualTo(4);
    assertThat(AfterPulses.deadGates(slow.withBlankedGates(7), 4.5e-6)).isEqualTo(7);
    for (int n = 1; n < 2000; n++) {
      assertThat(AfterPulses.deadGates(slow, n * 1e-6)).isEqualTo(n);
    }
  }

  @Test
  void gatesNeverClickMoreThanAlways() {
    Gate gate = Gate.flat(1e9, 0, 1e-9);
    List<Trap> traps = List.of(new Trap(1, 2e-9));
    for (double click : new double[] {1e-12, 0.1, 0.9, 1}) {
      assertThat(AfterPulses.gatedClick(click, traps, gate, 0)).isBetween(click, 1.0);
    }
    assertThat(AfterPulses.gatedClick(0, traps, gate, 0)).isZero();
    assertThat(AfterPulses.gatedClick(1, traps, gate, 0)).isCloseTo(1, within(1e-12));
  }

  @Test
  void refusesWhatNeverEnds() {
    assertThatThrownBy(() -> AfterPulses.eventRate(1, List.of(new Trap(1, 1e-6)), 0, 0))
        .hasMessageContaining("afterPulseProbability");
    assertThatThrownBy(() -> AfterPulses.probability(List.of(), -1, 0, 0))
        .hasMessageContaining("rate");
    assertThatThrownBy(() -> AfterPulses.gatedClick(2, List.of(), Gate.flat(1, 0, 1), 0))
        .hasMessageContaining("clickProbability");
  }
}
