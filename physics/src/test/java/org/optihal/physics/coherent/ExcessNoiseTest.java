package org.optihal.physics.coherent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.optihal.physics.coherent.ExcessNoise.Breakdown;
import org.optihal.physics.coherent.ExcessNoise.Cause;
import org.optihal.physics.coherent.ExcessNoise.Raman;

final class ExcessNoiseTest {
  @Test
  void ramanAgreesWithIndependentEvaluation() {
    // mpmath, 30 digits, from the formulas in watts.
    Raman first = new Raman(1.7e-3, 4.3e-9, 1545.32, 0.187, 37);
    assertThat(first.co()).isCloseTo(0.0167601129828421, within(1e-14));
    assertThat(first.counter()).isCloseTo(0.0248061795908217, within(1e-14));
    Raman second = new Raman(1e-3, 4e-9, 1550, 0.2, 25);
    assertThat(second.co()).isCloseTo(0.00625313290334946, within(1e-15));
    assertThat(second.counter()).isCloseTo(0.00772902086956196, within(1e-15));
    assertThat(ExcessNoise.ramanPerKmHz(4e-9, 1550)).isCloseTo(3.20555095485424e-20, within(1e-32));
  }

  @Test
  void ramanIsTwoPhotonsPerModeOverTransmittance() {
    Raman raman = new Raman(1e-3, 4e-9, 1550, 0.2, 25);
    double transmittance = StrictMath.pow(10, -0.5);
    double wattsPerHz = 1e-3 * ExcessNoise.ramanPerKmHz(4e-9, 1550) * 25 * transmittance;
    double photons = ExcessNoise.photonsPerMode(wattsPerHz, 299_792_458 / 1550e-9);
    assertThat(ExcessNoise.ofPhotonsPerMode(photons, transmittance))
        .isCloseTo(raman.co(), within(1e-15));
  }

  @Test
  void directionsMeetWithoutLoss() {
    Raman raman = new Raman(1e-3, 4e-9, 1550, 0, 25);
    assertThat(raman.counter()).isEqualTo(raman.co());
    assertThat(new Raman(1e-3, 4e-9, 1550, 0.2, 0).counter()).isZero();
  }

  @Test
  void phaseAndQuantization() {
    // Independent evaluation, mpmath.
    assertThat(ExcessNoise.phase(4.2, 11e3, 1e-8)).isCloseTo(0.00290283161191697, within(1e-15));
    assertThat(ExcessNoise.phase(5.2, 3e3, 2e-6)).isCloseTo(0.196035381584003, within(1e-14));
    ShotNoise shotNoise = new ShotNoise(8e-3, 1, 250e6, 5000);
    Digitizer digitizer = new Digitizer(10, 0.1);
    double noise = digitizer.quantizationNoise() / shotNoise.unit();
    assertThat(ExcessNoise.quantization(digitizer, shotNoise, Detection.HETERODYNE, 0.6, 0.25))
        .isCloseTo(2 * noise / 0.15, within(1e-15));
  }

  @Test
  void breakdownSumsByCause() {
    Breakdown breakdown =
        Breakdown.NONE.with(Cause.RAMAN_CO, 0.01).with(Cause.PHASE, 0.02).with(Cause.PHASE, 0.005);
    assertThat(breakdown.of(Cause.PHASE)).isEqualTo(0.025);
    assertThat(breakdown.of(Cause.LEAKAGE)).isZero();
    assertThat(breakdown.total()).isCloseTo(0.035, within(1e-15));
    assertThat(breakdown.terms().keySet()).containsExactly(Cause.RAMAN_CO, Cause.PHASE);
  }

  @Test
  void refusesWhatIsNoNoise() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Breakdown.NONE.with(Cause.LEAKAGE, -1))
        .withMessageContaining("LEAKAGE");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExcessNoise.ofPhotonsPerMode(1, 0))
        .withMessageContaining("transmittance");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Raman(1e-3, 4e-9, 1550, 0.2, -1))
        .withMessageContaining("lengthKm");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExcessNoise.phase(Double.NaN, 1, 1))
        .withMessageContaining("modulationVariance");
  }
}
