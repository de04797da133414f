package org.optihal.physics.modulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.optihal.physics.light.Decibels;
import org.optihal.physics.light.Photons;

final class DecoyModulationTest {
  @Test
  void vacuumIsAsDarkAsTheExtinction() {
    assertThat(DecoyModulation.vacuumFloor(0.5, 20)).isCloseTo(0.005, within(1e-15));
    assertThat(DecoyModulation.vacuumFloor(0.5, 30)).isCloseTo(0.0005, within(1e-16));
  }

  @Test
  void weakPulsesAreFarBelowAnAttenuatorsRange() {
    // Independent evaluation, mpmath: 0.5 photons at 1 GHz, 2 photons at 100 MHz, 1550 nm.
    double frequency = Photons.frequency(1550);
    assertThat(Decibels.ofWatts(Photons.power(0.5, frequency, 1e9)))
        .isCloseTo(-71.932849614738, within(1e-9));
    assertThat(Decibels.ofWatts(Photons.power(2, frequency, 1e8)))
        .isCloseTo(-75.9122497014584, within(1e-9));
  }

  @Test
  void weakLevelsSufferMostFromAWrongPhase() {
    MachZehnder modulator = MachZehnder.ideal(30, 5);
    assertThat(DecoyModulation.relativeError(modulator, 0.5, 0.1, 0)).isCloseTo(0, within(1e-12));
    double weak = DecoyModulation.relativeError(modulator, 0.5, 0.05, 0.01);
    double strong = DecoyModulation.relativeError(modulator, 0.5, 0.4, 0.01);
    assertThat(weak).isNegative().isLessThan(strong);
    // d ln T/d phase = -tan(phase/2) of a perfect fringe: 3 and 1/2 at a tenth and four fifths.
    assertThat(weak).isCloseTo(-0.03, within(0.001));
    assertThat(strong).isCloseTo(-0.005, within(0.0002));
    assertThat(DecoyModulation.achievedMean(modulator, 0.5, 0.0005, 0.2)).isGreaterThan(0.0005);
  }

  @Test
  void fluctuationsKeepTheMean() {
    long seed = 3;
    SplittableRandom random = new SplittableRandom(seed);
    double sum = 0;
    int draws = 200_000;
    for (int i = 0; i < draws; i++) {
      sum += DecoyModulation.fluctuatingMean(0.5, 0.1, random.nextGaussian());
    }
    assertThat(sum / draws).as("seed %d", seed).isCloseTo(0.5, within(4 * 0.05 / 447));
  }

  @Test
  void refusesALevelBelowTheFloor() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DecoyModulation.achievedMean(MachZehnder.ideal(20, 5), 0.5, 0.001, 0))
        .withMessageContaining("wantedMean");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DecoyModulation.vacuumFloor(-0.5, 20))
        .withMessageContaining("signalMean");
  }
}
