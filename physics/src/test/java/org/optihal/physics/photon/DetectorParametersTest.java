package org.optihal.physics.photon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DetectorParametersTest {
  private static final AvalancheDetector DETECTOR = AvalancheDetector.SILICON;

  private static void assertRefused(String name, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }

  @Test
  void refuseValuesOutOfRange() {
    assertRefused("efficiency", () -> DETECTOR.withEfficiency(1.01));
    assertRefused("darkRate", () -> DETECTOR.withDarkRate(-1));
    assertRefused("deadTime", () -> DETECTOR.withDeadTime(Double.NaN));
    assertRefused("recoveryTime", () -> DETECTOR.withRecoveryTime(-1e-9));
    assertRefused("backflash", () -> DETECTOR.withBackflash(2));
    assertRefused(
        "amplitudes", () -> DETECTOR.withTraps(List.of(new Trap(0.6, 1), new Trap(0.6, 1))));
    assertRefused("amplitude", () -> new Trap(-0.1, 1));
    assertRefused("lifetime", () -> new Trap(0.1, 0));
    assertRefused("levels", () -> Trap.band(0.1, 1, 2, 0));
    assertRefused("longest", () -> Trap.band(0.1, 2, 1, 3));
    assertRefused("fullWidthAtHalfMaximum", () -> Jitter.gaussian(-1));
    assertRefused("tailFraction", () -> new Jitter(0, 2, 0));
    assertRefused("width * rate", () -> Gate.flat(1e6, 0, 2e-6));
    assertRefused("profile", () -> Gate.flat(1e6, 0, 1e-7).withProfile(List.of(1.0)));
    assertRefused("profile", () -> Gate.flat(1e6, 0, 1e-7).withProfile(List.of(1.0, 1.5)));
    assertRefused("blankedGates", () -> Gate.flat(1e6, 0, 1e-7).withBlankedGates(-1));
    assertRefused("rate", () -> new PulseTrain(0, 0, 1, 0));
    assertRefused("width * rate", () -> new PulseTrain(1e9, 0, 1, 0.6e-9));
    assertRefused("meanPhotons", () -> new PulseTrain(1e9, 0, -1, 0));
  }

  @Test
  void bandsOfTrapsAreUniformInTheLogarithmOfTheLifetime() {
    List<Trap> traps = Trap.band(0.4, 1e-8, 1e-4, 4);
    assertThat(traps).hasSize(4);
    for (int i = 0; i < 4; i++) {
      assertThat(traps.get(i).amplitude()).isEqualTo(0.1);
      assertThat(traps.get(i).lifetime())
          .isCloseTo(StrictMath.pow(10, -7.5 + i), withinPercentage(1e-9));
    }
  }

  @Test
  void gateProfilesHaveAMean() {
    Gate gate = Gate.flat(1e9, 0, 1e-10);
    assertThat(gate.meanProfile()).isEqualTo(1);
    assertThat(gate.withProfile(List.of(0.0, 1.0, 0.5)).meanProfile()).isEqualTo(0.625);
    assertThat(gate.withPhase(1e-10).phase()).isEqualTo(1e-10);
  }

  @Test
  void copiesChangeOneParameter() {
    AvalancheDetector changed =
        DETECTOR
            .withBrightLight(BrightLight.TYPICAL)
            .withJitter(Jitter.NONE)
            .withRecoveryTime(0)
            .withBackflash(0)
            .scaled(0.5, 2);
    assertThat(changed.efficiency()).isEqualTo(0.35);
    assertThat(changed.darkRate()).isEqualTo(200);
    assertThat(changed.deadTime()).isEqualTo(DETECTOR.deadTime());
    assertThat(changed.jitter().standardDeviation()).isZero();
    assertThat(Jitter.gaussian(2.3548200450309493).standardDeviation()).isCloseTo(1, within(1e-12));
  }

  @Test
  void efficienciesFollowTheirTable() {
    SpectralEfficiency table = SpectralEfficiency.of(1000, 0, 1200, 0.5, 1300, 1);
    assertThat(table.at(1100)).isEqualTo(0.25);
    assertThat(table.at(1200)).isEqualTo(0.5);
    assertThat(table.at(1250)).isEqualTo(0.75);
    assertThat(table.at(999)).isZero();
    assertThat(table.at(1301)).isZero();
    assertThat(SpectralEfficiency.SILICON.at(1550)).isZero();
    assertThat(SpectralEfficiency.INDIUM_GALLIUM_ARSENIDE.at(1550)).isEqualTo(0.85);
    assertThat(SpectralEfficiency.NANOWIRE_1550.at(1550)).isEqualTo(1);
    assertRefused("wavelengthNm", () -> table.at(-1));
    assertRefused("increase", () -> SpectralEfficiency.of(2, 0, 1, 0));
    assertRefused("pairs", () -> SpectralEfficiency.of(1, 0, 2));
    assertRefused("points", () -> SpectralEfficiency.of(1, 0));
  }

  @Test
  void darkRatesFollowTheTemperature() {
    ThermalDarkRate rate = ThermalDarkRate.INDIUM_GALLIUM_ARSENIDE;
    assertThat(rate.at(223.15)).isEqualTo(1000);
    // Independent evaluation, mpmath, 30 digits.
    assertThat(rate.at(243.15)).isCloseTo(3477.889138580657, withinPercentage(1e-7));
    assertThat(rate.at(100)).isCloseTo(50, within(0.01));
    double doubling = ThermalDarkRate.SILICON.at(273.15) / ThermalDarkRate.SILICON.at(264.15);
    assertThat(doubling).isBetween(1.9, 2.2);
    assertRefused("temperature", () -> rate.at(0));
    assertRefused("tunnellingRate", () -> new ThermalDarkRate(10, 250, 0.3, 20));
  }
}
