package org.optihal.physics.fibre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optihal.physics.light.Decibels;
import org.optihal.physics.light.Photons;

class MultiCoreTest {
  @Test
  void crosstalkSaturatesAtEqualPower() {
    // mpmath, 30 digits.
    assertThat(new MultiCore(3.1e-3).crosstalk(25.2))
        .isCloseTo(0.0779614717672608, withinPercentage(1e-11));
    assertThat(new MultiCore(1).crosstalk(1000)).isEqualTo(1);
    assertThat(MultiCore.ofCrosstalk(-60).couplingPerKm()).isCloseTo(1e-6, within(1e-18));
  }

  /** Both orders of coupling and scattering integrated over the fiber by mpmath, 30 digits. */
  @ParameterizedTest(name = "{0} and {1} dB/km over {2} km")
  @CsvSource({
    "0.21, 0.34,      63.7,  83.2596863226497,    124.347264130033",
    "0.20, 0.2000001, 40,    253.582794014568,    208.024429488086",
    "0,    0.19,      12,    112.031070615899,    102.273284882063",
    "0.33, 0.19,      0.001, 9.99940134622884e-7, 9.99920180634078e-7",
    "0.19, 0.23,      25.2,  188.180867706054,    149.593461045655"
  })
  void unequalLossesAgreeWithNumericIntegration(
      double pumpLoss, double quantumLoss, double length, double co, double counter) {
    MultiCore cores = new MultiCore(1e-6);
    assertThat(cores.effectiveLengthKm(Propagation.CO, pumpLoss, quantumLoss, length))
        .isCloseTo(1e-6 * co, withinPercentage(1e-10));
    assertThat(cores.effectiveLengthKm(Propagation.COUNTER, pumpLoss, quantumLoss, length))
        .isCloseTo(1e-6 * counter, withinPercentage(1e-10));
  }

  @Test
  void equalLossesGiveTheClosedForms() {
    double a = Decibels.toNepers(0.21);
    double length = 25.2;
    MultiCore cores = new MultiCore(2e-6);
    assertThat(cores.effectiveLengthKm(Propagation.CO, 0.21, 0.21, length))
        .isCloseTo(2e-6 * length * length * StrictMath.exp(-a * length), withinPercentage(1e-11));
    double counter =
        2e-6 * (1 - (1 + 2 * a * length) * StrictMath.exp(-2 * a * length)) / (2 * a * a);
    assertThat(cores.effectiveLengthKm(Propagation.COUNTER, 0.21, 0.21, length))
        .isCloseTo(counter, withinPercentage(1e-11));
  }

  /**
   * Three cores at 19.5 dBm beside the quantum core over 25.2 km: two at -60 dB/km, one diagonal at
   * -70 dB/km, rho 4e-9, 0.8 nm, 0.2 dB/km (assumed). Counter-propagation is the quieter one.
   */
  @Test
  void theQuietDirectionOfTheFourCoreFiberIsCounterPropagation() {
    double co = threeCores(Propagation.CO);
    double counter = threeCores(Propagation.COUNTER);
    assertThat(co).isCloseTo(9.4e-4, withinPercentage(1));
    assertThat(counter).isCloseTo(7.5e-4, withinPercentage(1));
    assertThat(10 * StrictMath.log10(co / counter)).isCloseTo(1, within(0.2));
  }

  @Test
  void negativeCouplingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MultiCore(-1e-6))
        .withMessageContaining("couplingPerKm");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MultiCore.ofCrosstalk(1))
        .withMessageContaining("crosstalkDbPerKm");
  }

  private static double threeCores(Propagation direction) {
    double length = 0;
    for (double crosstalkDb : new double[] {-60, -60, -70}) {
      length += MultiCore.ofCrosstalk(crosstalkDb).effectiveLengthKm(direction, 0.2, 0.2, 25.2);
    }
    double power = SpontaneousRaman.power(Decibels.toWatts(19.5), 4e-9, 0.8, length);
    return Photons.perNanosecond(power, Photons.frequency(1560.61));
  }
}
