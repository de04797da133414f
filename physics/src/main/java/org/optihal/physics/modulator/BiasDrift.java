package org.optihal.physics.modulator;

import org.optihal.physics.Require;

/**
 * Drift of a lithium-niobate modulator's working point: charges follow the applied bias with two
 * time constants and screen a part of it, temperature turns the phase, and the rest walks at
 * random.
 *
 * <p>That charge relaxation dominates is measured (Salvestrini et al., J. Lightwave Technol. 29,
 * 1522, 2011); the sizes in {@link #ASSUMED} are assumed.
 *
 * @param halfWaveVoltageDc volts for a phase of pi on the bias electrode
 * @param fast screening within minutes
 * @param slow screening within hours
 * @param thermalRadPerKelvin turn of the phase by temperature
 * @param walkRadPerSqrtSecond deviation of the random walk after one second
 */
public record BiasDrift(
    double halfWaveVoltageDc,
    Relaxation fast,
    Relaxation slow,
    double thermalRadPerKelvin,
    double walkRadPerSqrtSecond) {
  /** Assumed: 10 % in 5 minutes, 20 % in 4 hours, 0.05 rad/K, 0.1 rad after an hour, 5 V. */
  public static final BiasDrift ASSUMED =
      new BiasDrift(5, new Relaxation(0.1, 300), new Relaxation(0.2, 14_400), 0.05, 0.1 / 60);

  public BiasDrift {
    Require.positive(halfWaveVoltageDc, "halfWaveVoltageDc");
    Require.finite(thermalRadPerKelvin, "thermalRadPerKelvin");
    Require.notNegative(walkRadPerSqrtSecond, "walkRadPerSqrtSecond");
  }

  /**
   * One way in which charges screen the bias.
   *
   * @param fraction share of the applied voltage that is screened in the end
   * @param timeConstant seconds
   */
  public record Relaxation(double fraction, double timeConstant) {
    public Relaxation {
      Require.fraction(fraction, "fraction");
      Require.positive(timeConstant, "timeConstant");
    }

    double step(double screened, double biasVoltage, double seconds) {
      double target = fraction * biasVoltage;
      return target + (screened - target) * StrictMath.exp(-seconds / timeConstant);
    }
  }

  /**
   * What a modulator remembers.
   *
   * @param fastVolts screened voltage of the fast charges
   * @param slowVolts screened voltage of the slow charges
   * @param walkRad phase of the random walk
   */
  public record State(double fastVolts, double slowVolts, double walkRad) {
    /** A modulator that had no voltage for long. */
    public static final State RESTED = new State(0, 0, 0);

    public State {
      Require.finite(fastVolts, "fastVolts");
      Require.finite(slowVolts, "slowVolts");
      Require.finite(walkRad, "walkRad");
    }
  }

  public BiasDrift withHalfWaveVoltageDc(double newVoltage) {
    return new BiasDrift(newVoltage, fast, slow, thermalRadPerKelvin, walkRadPerSqrtSecond);
  }

  /**
   * The state after some seconds at a constant bias, exact for any step.
   *
   * @param gaussian a draw of mean 0 and variance 1, a new one for each step
   */
  public State step(State state, double biasVoltage, double seconds, double gaussian) {
    Require.finite(biasVoltage, "biasVoltage");
    Require.notNegative(seconds, "seconds");
    Require.finite(gaussian, "gaussian");
    return new State(
        fast.step(state.fastVolts, biasVoltage, seconds),
        slow.step(state.slowVolts, biasVoltage, seconds),
        state.walkRad + walkRadPerSqrtSecond * StrictMath.sqrt(seconds) * gaussian);
  }

  /**
   * Radians that drift adds to the modulator's phase.
   *
   * @param temperatureChange kelvins from the temperature at which the phase was known
   */
  public double phase(State state, double temperatureChange) {
    Require.finite(temperatureChange, "temperatureChange");
    return -StrictMath.PI * (state.fastVolts + state.slowVolts) / halfWaveVoltageDc
        + thermalRadPerKelvin * temperatureChange
        + state.walkRad;
  }
}
