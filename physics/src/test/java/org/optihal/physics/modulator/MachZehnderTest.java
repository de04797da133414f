package org.optihal.physics.modulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MachZehnderTest {
  private static final MachZehnder REAL = new MachZehnder(3.4, 33, 5.3, 3.7, 0.21);

  @ParameterizedTest
  @CsvSource({"0, 0.99684769081674", "1, 0.851324371393394", "2, 0.5", "4, 0.00315230918326021"})
  void followsTheFringeOf25DbAnd4Volts(double bias, double expected) {
    // Independent evaluation, mpmath, 30 digits.
    assertThat(MachZehnder.ideal(25, 4).transmission(bias, 0))
        .isCloseTo(expected, within(1e-12 * expected));
  }

  @Test
  void addsBiasDriveAndOwnPhase() {
    // Independent evaluation, mpmath, 30 digits: both conventions of the peak.
    assertThat(REAL.transmission(1.7, -0.9)).isCloseTo(0.433779996899546, within(1e-13));
    assertThat(REAL.relativeTransmission(REAL.phase(1.7, -0.9)))
        .isCloseTo(0.949482860762305, within(1e-13));
  }

  @ParameterizedTest
  @CsvSource({"0.064, -19.9686385326294", "0.020, -30.0584313647016", "0.0064, -39.9541492864215"})
  void leaksWhenTheBiasIsWrong(double halfWaves, double expectedDb) {
    // Independent evaluation, mpmath: 20 log10 sin(pi x/2), of an extinction without end.
    MachZehnder perfect = MachZehnder.ideal(300, 5);
    double leakage = perfect.leakage(5 * halfWaves);
    assertThat(10 * StrictMath.log10(leakage)).isCloseTo(expectedDb, within(1e-9));
    assertThat(perfect.biasErrorForLeakage(leakage)).isCloseTo(5 * halfWaves, within(1e-9));
  }

  @Test
  void neverLeaksLessThanItsExtinction() {
    assertThat(REAL.leakage(0)).isCloseTo(StrictMath.pow(10, -3.3), within(1e-15));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> REAL.biasErrorForLeakage(1e-4))
        .withMessageContaining("leakage");
  }

  @Test
  void fieldSquaredIsTheTransmissionWhateverTheChirp() {
    long seed = 11;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 1000; i++) {
      double bias = random.nextDouble(-10, 10);
      double drive = random.nextDouble(-10, 10);
      double chirp = random.nextDouble(-1, 1);
      assertThat(REAL.field(bias, drive, chirp).power())
          .as("seed %d, bias %s, drive %s, chirp %s", seed, bias, drive, chirp)
          .isCloseTo(REAL.transmission(bias, drive), within(1e-14));
      assertThat(REAL.transmission(bias, drive)).isBetween(0.0, 1.0);
    }
  }

  @Test
  void pushPullHasNoChirpAndOneArmHasAllOfIt() {
    MachZehnder device = MachZehnder.ideal(200, 4);
    assertThat(device.field(1, 0, 0).phase()).isCloseTo(0, within(1e-9));
    assertThat(device.field(1, 0, 1).phase()).isCloseTo(StrictMath.PI / 8, within(1e-9));
  }

  @Test
  void dataSheetLossIsTheLossAtThePeak() {
    MachZehnder device = MachZehnder.withPeakLoss(4, 20, 5, 4);
    assertThat(device.peakLossDb()).isCloseTo(4, within(1e-12));
    assertThat(device.transmission(0, 0)).isCloseTo(StrictMath.pow(10, -0.4), within(1e-14));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MachZehnder.withPeakLoss(0.01, 20, 5, 4))
        .withMessageContaining("peakLossDb");
  }

  @Test
  void averageOverTheDriveIsTheMeanOfItsLevels() {
    double mean = (REAL.transmission(1.1, 0.8) + REAL.transmission(1.1, -0.8)) / 2;
    assertThat(REAL.averageTransmission(1.1, DitherLock.twoLevelFactor(0.8, 3.7)))
        .isCloseTo(mean, within(1e-14));
  }

  @Test
  void phaseOfALevelGivesTheLevel() {
    for (double level : new double[] {0.001, 0.01, 0.3, 0.999, 1}) {
      assertThat(REAL.relativeTransmission(REAL.phaseForRelativeTransmission(level)))
          .isCloseTo(level, within(1e-12));
    }
  }

  @Test
  void refusesWhatIsNoModulator() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MachZehnder.ideal(0, 4))
        .withMessageContaining("extinctionDb");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MachZehnder.ideal(20, -4))
        .withMessageContaining("halfWaveVoltage");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MachZehnder(-1, 20, 4, 4, 0))
        .withMessageContaining("insertionLossDb");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> REAL.transmission(Double.NaN, 0))
        .withMessageContaining("biasVoltage");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> REAL.field(0, 0, 1.5))
        .withMessageContaining("chirp");
  }
}
