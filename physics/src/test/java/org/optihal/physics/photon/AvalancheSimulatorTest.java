package org.optihal.physics.photon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AvalancheSimulatorTest {
  private static final long SEED = 20_260_303;
  private static final long SECOND = 1_000_000_000_000L;
  private static final PulseTrain PULSES = new PulseTrain(1.25e9, 0.2e-9, 0.3, 60e-12);
  private static final AvalancheDetector QUIET =
      new AvalancheDetector(0.5, 0, 1e-6, 0, List.of(), Jitter.NONE, 0, BrightLight.TYPICAL, null);

  private static AvalancheSimulator simulator(AvalancheDetector detector) {
    return new AvalancheSimulator(detector, new SplittableRandom(SEED));
  }

  private static long hash(AvalancheDetector detector) {
    AvalancheSimulator simulator = simulator(detector);
    long[] times = new long[1000];
    long hash = 0;
    for (int i = 1; i <= 50; i++) {
      int count = simulator.detect(1e7, PULSES, i * SECOND / 1000, times);
      hash = 31 * hash + Arrays.hashCode(Arrays.copyOf(times, count));
      hash = 31 * hash + simulator.now();
    }
    return hash;
  }

  @Test
  void equalSeedsGiveTheSameBitsOnEveryMachine() {
    assertThat(hash(AvalancheDetector.SILICON)).isEqualTo(-539960856975582419L);
    assertThat(hash(AvalancheDetector.INDIUM_GALLIUM_ARSENIDE)).isEqualTo(5251582259242867519L);
    assertThat(hash(AvalancheDetector.GIGAHERTZ_GATED)).isEqualTo(-1940199149226534066L);
  }

  @Test
  void otherSeedsGiveOtherTimes() {
    long[] one = new long[10];
    long[] other = new long[10];
    simulator(QUIET).detect(1e6, SECOND, one);
    new AvalancheSimulator(QUIET, new SplittableRandom(SEED + 1)).detect(1e6, SECOND, other);
    assertThat(one).isNotEqualTo(other);
  }

  /** However small the batches: dead time, traps and order know nothing of them. */
  @Test
  void stateCarriesOverBetweenBatches() {
    AvalancheDetector detector =
        AvalancheDetector.SILICON.withJitter(Jitter.NONE).withDeadTime(100e-9);
    AvalancheSimulator simulator = simulator(detector);
    long[] times = new long[2];
    long last = Long.MIN_VALUE / 2;
    long counts = 0;
    for (long until = 0; until < SECOND / 10; until += 50_000) {
      int count;
      do {
        count = simulator.detect(2e7, until, times);
        for (int i = 0; i < count; i++) {
          assertThat(times[i] - last).as("dead time, seed %d", SEED).isGreaterThanOrEqualTo(99_999);
          assertThat(times[i]).isLessThan(until);
          last = times[i];
          counts++;
        }
      } while (count == times.length);
      assertThat(simulator.now()).isEqualTo(until);
    }
    AvalancheSimulator whole = simulator(detector);
    long[] all = new long[2_000_000];
    int expected = whole.detect(2e7, SECOND / 10, all);
    assertThat((double) counts).isCloseTo(expected, within(4 * Math.sqrt(2.0 * expected)));
  }

  @Test
  void carriersOutliveTheBatchThatTrappedThem() {
    AvalancheDetector sticky = QUIET.withTraps(List.of(new Trap(1, 1e-3)));
    AvalancheSimulator simulator = simulator(sticky);
    long[] times = new long[1];
    assertThat(simulator.detect(1e6, SECOND, times)).isEqualTo(1);
    int dark = 0;
    for (int i = 1; i <= 100; i++) {
      dark += simulator.detect(0, simulator.now() + SECOND / 1000, times);
    }
    assertThat(dark).as("after-pulses in the dark, seed %d", SEED).isGreaterThan(20);
    simulator.skipTo(10 * SECOND);
    assertThat(simulator.detect(0, 20 * SECOND, times)).isZero();
    assertThat(simulator.now()).isEqualTo(20 * SECOND);
  }

  @Test
  void nothingClicksWithoutCause() {
    long[] times = new long[10];
    assertThat(simulator(QUIET).detect(0, 1_000_000 * SECOND, times)).isZero();
    assertThat(simulator(QUIET.withEfficiency(0)).detect(1e12, SECOND, times)).isZero();
    AvalancheDetector closed =
        QUIET.withGate(Gate.flat(1e6, 0, 1e-9).withProfile(List.of(0.0, 0.0)));
    assertThat(simulator(closed).detect(1e9, SECOND / 1000, times)).isZero();
  }

  @Test
  void gatedDetectorsClickInGatesOnly() {
    Gate gate = Gate.flat(1e6, 0.25e-6, 100e-9).withBlankedGates(2);
    AvalancheDetector detector =
        QUIET
            .withGate(gate)
            .withDarkRate(1e5)
            .withDeadTime(0)
            .withTraps(List.of(new Trap(0.9, 3e-6)));
    AvalancheSimulator simulator = simulator(detector);
    long[] times = new long[100_000];
    int count = simulator.detect(1e6, new PulseTrain(7.7e6, 0, 0.1, 5e-9), 2 * SECOND, times);
    assertThat(count).isEqualTo(times.length);
    for (int i = 0; i < count; i++) {
      assertThat(Math.floorMod(times[i], 1_000_000L)).isBetween(250_000L, 350_000L);
      if (i > 0) {
        assertThat(times[i] / 1_000_000 - times[i - 1] / 1_000_000).isGreaterThan(2);
      }
    }
    assertThat(simulator.blankedGates()).isEqualTo(2L * count);
  }

  @Test
  void pulsesKeepTheirPhaseForDays() {
    AvalancheDetector detector = QUIET.withDeadTime(0);
    AvalancheSimulator simulator = simulator(detector);
    long[] times = new long[1000];
    long start = 7 * 86_400 * SECOND + 12_345;
    simulator.skipTo(start);
    PulseTrain pulses = new PulseTrain(1e9 / 3, 0.5e-9, 0.01, 0);
    int count = simulator.detect(0, pulses, start + SECOND, times);
    assertThat(count).isEqualTo(times.length);
    for (long time : times) {
      // The period of 1e9/3 per second is one double off 3 ns, which counts over a week.
      assertThat(Math.floorMod(time, 3000L)).isBetween(350L, 650L);
    }
    PulseTrain exact = new PulseTrain(1e9, 0.25e-9, 0.01, 0);
    simulator.detect(0, exact, start + SECOND, times);
    for (long time : times) {
      assertThat(Math.floorMod(time, 1000L)).isEqualTo(250);
    }
  }

  /** A bright pulse clicks where it begins; looking for that must not take one draw per photon. */
  @Test
  void brightPulsesClickAtTheirRisingEdge() {
    AvalancheSimulator simulator = simulator(QUIET.withDeadTime(1e-9));
    long[] times = new long[10_000];
    PulseTrain bright = new PulseTrain(1e6, 0.5e-6, 1e9, 100e-12);
    int count = simulator.detect(0, bright, SECOND / 100, times);
    assertThat(count).isEqualTo(10_000);
    for (long time : times) {
      assertThat(Math.floorMod(time, 1_000_000L)).isBetween(499_600L, 499_800L);
    }
  }

  @Test
  void reportedTimesAscendWhateverTheJitter() {
    AvalancheDetector detector =
        AvalancheDetector.SILICON.withDeadTime(100e-12).withJitter(new Jitter(1e-9, 0.5, 5e-9));
    long[] times = new long[100_000];
    int count = simulator(detector).detect(1e9, SECOND, times);
    assertThat(count).isEqualTo(times.length);
    assertThat(times).isSorted();
  }

  @Test
  void otherParametersHoldFromTheNextCallOn() {
    AvalancheSimulator simulator = simulator(QUIET);
    long[] times = new long[100_000];
    int before = simulator.detect(1e5, SECOND, times);
    simulator.use(QUIET.scaled(0, 1));
    assertThat(simulator.detector().efficiency()).isZero();
    assertThat(before).isGreaterThan(40_000);
    assertThat(simulator.detect(1e5, 2 * SECOND, times)).isZero();
  }

  @Test
  void refusesWhatMakesNoSense() {
    AvalancheSimulator simulator = simulator(QUIET);
    long[] times = new long[10];
    simulator.detect(0, SECOND, times);
    assertThatThrownBy(() -> simulator.detect(0, SECOND - 1, times))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must not go back");
    assertThatThrownBy(() -> simulator.skipTo(0)).hasMessageContaining("must not go back");
    assertThatThrownBy(() -> simulator.detect(-1, 2 * SECOND, times))
        .hasMessageContaining("photonRate");
    assertThatThrownBy(() -> simulator.detect(Double.NaN, 2 * SECOND, times))
        .hasMessageContaining("photonRate");
    assertThatThrownBy(() -> simulator.detect(1, 2 * SECOND, new long[0]))
        .hasMessageContaining("timesPs");
  }
}
