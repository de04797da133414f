package org.optihal.physics.photon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.optihal.physics.photon.Blinding.Mode;
import org.optihal.physics.photon.Damage.Stage;

class BrightLightTest {
  private static final BrightLight LIMITS =
      new BrightLight(1e-6, 1e-6, 1e-12, 1e-14, 3e-14, 10e-6, DamageThresholds.TYPICAL);

  @Test
  void continuousLightBlindsAndDarknessRearms() {
    Blinding blinding = new Blinding(LIMITS);
    assertThat(blinding.mode()).isEqualTo(Mode.SINGLE_PHOTON);
    assertThat(blinding.sensitivity()).isEqualTo(1);

    assertThat(blinding.pass(1, 0.25e-6, 1e5)).isEqualTo(Mode.SINGLE_PHOTON);
    assertThat(blinding.sensitivity()).isCloseTo(0.65, withinPercentage(1e-9));
    assertThat(blinding.monitorCurrent()).isCloseTo(0.35e-6, withinPercentage(1e-9));

    assertThat(blinding.pass(1, 2e-6, 0)).isEqualTo(Mode.LINEAR);
    assertThat(blinding.sensitivity()).isZero();
    assertThat(blinding.monitorCurrent()).isCloseTo(2e-6, withinPercentage(1e-9));

    assertThat(blinding.pass(6e-6, 0, 0)).isEqualTo(Mode.REARMING);
    assertThat(blinding.sensitivity()).isZero();
    assertThat(blinding.pass(6e-6, 0, 0)).isEqualTo(Mode.SINGLE_PHOTON);
    assertThat(blinding.sensitivity()).isEqualTo(1);
  }

  @Test
  void lightThatComesBackStartsRearmingAnew() {
    Blinding blinding = new Blinding(LIMITS);
    blinding.pass(1, 2e-6, 0);
    blinding.pass(6e-6, 0, 0);
    blinding.pass(1e-9, 2e-6, 0);
    assertThat(blinding.pass(6e-6, 0, 0)).isEqualTo(Mode.REARMING);
  }

  @Test
  void pulsesClickByTheirEnergy() {
    Blinding blinding = new Blinding(LIMITS);
    blinding.pass(1, 2e-6, 0);
    assertThat(blinding.clickProbability(1e-14)).isZero();
    assertThat(blinding.clickProbability(0)).isZero();
    assertThat(blinding.clickProbability(2e-14)).isCloseTo(0.5, withinPercentage(1e-9));
    assertThat(blinding.clickProbability(3e-14)).isEqualTo(1);
    assertThat(blinding.clickProbability(1)).isEqualTo(1);
  }

  @Test
  void countRatesSaturateAndFoldBack() {
    // Root of the implicit equation, mpmath, 30 digits.
    assertThat(LIMITS.countRate(3e6, 1e-6, 0.2e-6))
        .isCloseTo(485480.140861, withinPercentage(1e-7));
    assertThat(LIMITS.countRate(0, 1e-6, 0)).isZero();
    double photonsPerWatt = 7.8e18;
    double last = 0;
    double highest = 0;
    for (double power = 1e-16; power < 2e-6; power *= 1.5) {
      last = LIMITS.countRate(0.2 * photonsPerWatt * power, 2e-6, power);
      highest = Math.max(highest, last);
    }
    assertThat(highest).isBetween(3e5, 5e5);
    assertThat(last).isZero();
  }

  @Test
  void aSmallLoadLeavesTheDeadTimeAlone() {
    BrightLight strong = new BrightLight(1, 1, 1e-15, 1e-14, 3e-14, 0, DamageThresholds.TYPICAL);
    assertThat(strong.countRate(2e5, 10e-6, 0))
        .isCloseTo(SinglePhotonDetection.nonParalyzable(2e5, 10e-6), withinPercentage(1e-6));
    assertThat(strong.countRate(1e20, 10e-6, 0)).isCloseTo(1e5, withinPercentage(1e-6));
  }

  @Test
  void anyDetectorFindsTheBiasOfItsOwnCounts() {
    for (double rate = 1; rate < 1e14; rate *= 7) {
      double events = rate;
      double counts =
          LIMITS.countRate(v -> SinglePhotonDetection.nonParalyzable(events * v, 1e-6), 0.2e-6);
      assertThat(counts).isCloseTo(LIMITS.countRate(events, 1e-6, 0.2e-6), withinPercentage(1e-9));
    }
    assertThat(LIMITS.countRate(v -> 1e5 * v, 2e-6)).isZero();
  }

  @Test
  void aBlindedDetectorStaysSoUnderNewLimits() {
    Blinding old = new Blinding(LIMITS);
    old.pass(1, 2e-6, 0);
    old.pass(6e-6, 0, 0);
    Blinding next = new Blinding(BrightLight.TYPICAL, old);
    assertThat(next.mode()).isEqualTo(Mode.REARMING);
    assertThat(next.pass(6e-6, 0, 0)).isEqualTo(Mode.SINGLE_PHOTON);
  }

  @Test
  void damageNeverHeals() {
    Damage damage = new Damage(DamageThresholds.TYPICAL);
    assertThat(damage.expose(0.1)).isEqualTo(Stage.NONE);
    assertThat(damage.expose(0.3)).isEqualTo(Stage.FEWER_DARK_COUNTS);
    assertThat(damage.expose(1.5)).isEqualTo(Stage.BLIND);
    assertThat(damage.expose(0)).isEqualTo(Stage.BLIND);
    assertThat(damage.expose(0.4)).isEqualTo(Stage.BLIND);
    assertThat(damage.expose(3)).isEqualTo(Stage.DESTROYED);
    assertThat(damage.strongest()).isEqualTo(3);
    assertThat(new Damage(DamageThresholds.TYPICAL, damage.worst()).expose(0))
        .isEqualTo(Stage.DESTROYED);
    assertThat(Stage.BLIND.efficiencyFactor()).isZero();
    assertThat(Stage.FEWER_DARK_COUNTS.efficiencyFactor()).isEqualTo(1);
    assertThat(Stage.FEWER_DARK_COUNTS.darkRateFactor()).isLessThan(1);
  }

  @Test
  void refusesWhatMakesNoSense() {
    Blinding blinding = new Blinding(LIMITS);
    assertThatThrownBy(() -> blinding.pass(-1, 0, 0)).hasMessageContaining("duration");
    assertThatThrownBy(() -> blinding.pass(1, -1, 0)).hasMessageContaining("power");
    assertThatThrownBy(() -> blinding.pass(1, 0, Double.NaN)).hasMessageContaining("countRate");
    assertThatThrownBy(() -> blinding.clickProbability(-1)).hasMessageContaining("pulseEnergy");
    assertThatThrownBy(() -> new DamageThresholds(2, 1, 3)).hasMessageContaining("blindPower");
    assertThatThrownBy(() -> new Damage(DamageThresholds.TYPICAL).expose(-1))
        .hasMessageContaining("power");
    assertThatThrownBy(() -> new BrightLight(0, 1, 1, 1, 1, 1, DamageThresholds.TYPICAL))
        .hasMessageContaining("blindingPower");
    assertThatThrownBy(() -> new BrightLight(1, 1, 1, 2, 1, 1, DamageThresholds.TYPICAL))
        .hasMessageContaining("alwaysClickEnergy");
  }
}
