package org.optihal.physics.roadm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.optihal.physics.light.Decibels;
import org.optihal.physics.roadm.AmplifierGain.Mode;

class AmplifierTest {
  @Test
  void spontaneousEmissionOfATypicalBooster() {
    double dbm = AmplifierNoise.powerDbm(5, 20, 12.5e9, 193.4e12);
    assertThat(dbm).isCloseTo(-32.9537749, withinPercentage(1e-7));
    // The rule of thumb: -58 dBm + NF + G in 0.1 nm.
    assertThat(dbm).isCloseTo(-58 + 5 + 20, within(0.05));
  }

  @Test
  void agreesWithAnIndependentEvaluation() {
    // mpmath, 30 digits.
    assertThat(AmplifierNoise.power(4.3, 17.5, 50e9, 191.7e12))
        .isCloseTo(9.61276104360881e-7, withinPercentage(1e-10));
    assertThat(AmplifierNoise.powerDbm(4.3, 17.5, 50e9, 191.7e12))
        .isCloseTo(-30.1715185335337, withinPercentage(1e-11));
    assertThat(AmplifierNoise.spontaneousDensity(4.3, 17.5, 191.7e12))
        .isCloseTo(1.90985003224421e-17, withinPercentage(1e-10));
  }

  @Test
  void noAmplifierBeatsTheQuantumLimit() {
    // 3.01 dB at high gain, 0 dB for no gain, which then emits nothing.
    assertThat(AmplifierNoise.spontaneousDensity(0, 0, 193e12)).isZero();
    assertThat(AmplifierNoise.spontaneousDensity(3.02, 30, 193e12)).isPositive();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AmplifierNoise.spontaneousDensity(2.9, 30, 193e12))
        .withMessageContaining("noiseFigureDb");
  }

  @Test
  void aSaturatedAmplifierEmitsLessAndNeverLessThanNothing() {
    double photon = 6.62607015e-34 * 193e12;
    // NF G - 1 at 5 dB - 2 dB.
    assertThat(AmplifierNoise.spontaneousDensity(5, -2, 193e12))
        .isCloseTo(0.9952623149688795 * photon, withinPercentage(1e-10));
    assertThat(AmplifierNoise.spontaneousDensity(5, -5.1, 193e12)).isZero();
  }

  @Test
  void constantGainHoldsUntilTheOutputSaturates() {
    AmplifierGain booster = new AmplifierGain(Mode.CONSTANT_GAIN, 20, 28, 17, 1e-3);
    assertThat(booster.settledDb(Decibels.toWatts(-10))).isEqualTo(20);
    assertThat(booster.settledDb(Decibels.toWatts(3))).isCloseTo(14, within(1e-12));
    assertThat(Decibels.ofWatts(booster.outputPower(Decibels.toWatts(3))))
        .isCloseTo(17, within(1e-12));
    assertThat(booster.outputPower(0)).isZero();
  }

  @Test
  void constantPowerHoldsUntilTheGainIsAtItsMaximum() {
    AmplifierGain booster = new AmplifierGain(Mode.CONSTANT_POWER, 10, 28, 17, 1e-3);
    assertThat(booster.settledDb(Decibels.toWatts(-10))).isCloseTo(20, within(1e-12));
    assertThat(booster.settledDb(Decibels.toWatts(-40))).isEqualTo(28);
    assertThat(booster.settledDb(0)).isEqualTo(28);
  }

  @Test
  void survivorsOfADropOvershootInConstantPowerOnly() {
    double all = Decibels.toWatts(-4);
    double survivors = all / 8;
    AmplifierGain power = new AmplifierGain(Mode.CONSTANT_POWER, 10, 28, 17, 2e-4);
    double before = power.settledDb(all);
    double step = 10 * StrictMath.log10(8);
    assertThat(power.transientDb(before, survivors, 0)).isCloseTo(before, within(1e-12));
    assertThat(power.transientDb(before, survivors, 2e-4))
        .isCloseTo(before + step * (1 - StrictMath.exp(-1)), within(1e-12));
    assertThat(power.transientDb(before, survivors, 1)).isCloseTo(before + step, within(1e-12));

    AmplifierGain gain = new AmplifierGain(Mode.CONSTANT_GAIN, 14, 28, 17, 2e-4);
    assertThat(gain.transientDb(gain.settledDb(all), survivors, 1e-4)).isEqualTo(14);
  }

  @Test
  void contradictionsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AmplifierGain(Mode.CONSTANT_GAIN, 30, 28, 17, 1e-3))
        .withMessageContaining("setPointDb");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AmplifierGain(Mode.CONSTANT_POWER, 18, 28, 17, 1e-3))
        .withMessageContaining("saturationPowerDbm");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AmplifierNoise.power(5, 20, -1, 193e12))
        .withMessageContaining("bandwidth");
  }
}
