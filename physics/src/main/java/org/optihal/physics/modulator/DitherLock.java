package org.optihal.physics.modulator;

import org.optihal.physics.Require;

/**
 * Bias controller that dithers the bias of a Mach-Zehnder modulator and integrates one harmonic of
 * the light: the first to stay at a peak or null, the second to stay at quadrature.
 *
 * <p>It sees the fringe as the RF drive averages it. A drive that turns the fringe over makes it
 * settle, with signals that look right, at the opposite point: stable and wrong.
 *
 * @param target where the bias shall be
 * @param ditherDepth radians of phase from the middle to the end of the dither
 * @param gainVolts volts of bias for an error signal of one radian at full fringe
 * @param biasLimit the largest bias of either sign, in volts
 */
public record DitherLock(
    OperatingPoint target, double ditherDepth, double gainVolts, double biasLimit) {
  public DitherLock {
    Require.within(ditherDepth, 1e-6, 2, "ditherDepth");
    Require.positive(gainVolts, "gainVolts");
    Require.positive(biasLimit, "biasLimit");
  }

  /**
   * Amplitudes at the dither frequency and at twice of it, over the mean of the fringe's two ends.
   *
   * @param first at the dither frequency, positive if light and dither rise together
   * @param second at twice the frequency, positive if light is strongest at the ends of the dither
   */
  public record Signals(double first, double second) {
    public Signals {
      Require.finite(first, "first");
      Require.finite(second, "second");
    }

    public Signals plus(Signals noise) {
      return new Signals(first + noise.first, second + noise.second);
    }
  }

  /**
   * One answer of the controller.
   *
   * @param biasVoltage what to apply next
   * @param railed the bias is at its limit and the loop no longer holds
   */
  public record Step(double biasVoltage, boolean railed) {}

  /**
   * What a modulator at a phase shows under a dither of {@code depth cos(wt)}: {@code -2 J1 sin}
   * and {@code -2 J2 cos}, times visibility and the factor of the drive.
   *
   * @param fringeFactor of the RF drive, see {@link #twoLevelFactor} and {@link #gaussianFactor}
   */
  public Signals signals(double phase, double visibility, double fringeFactor) {
    Require.finite(phase, "phase");
    Require.fraction(visibility, "visibility");
    Require.within(fringeFactor, -1, 1, "fringeFactor");
    double contrast = 2 * visibility * fringeFactor;
    return new Signals(
        -contrast * Bessel.j(1, ditherDepth) * StrictMath.sin(phase),
        -contrast * Bessel.j(2, ditherDepth) * StrictMath.cos(phase));
  }

  /** Radians that the target is away, small angles and a fringe that is not turned over assumed. */
  public double error(Signals signals) {
    double first = signals.first / (2 * Bessel.j(1, ditherDepth));
    double second = signals.second / (2 * Bessel.j(2, ditherDepth));
    return switch (target) {
      case PEAK -> first;
      case NULL -> -first;
      case QUADRATURE_PLUS -> second;
      case QUADRATURE_MINUS -> -second;
    };
  }

  /** One step of the integrator. */
  public Step step(double biasVoltage, Signals signals) {
    Require.within(biasVoltage, -biasLimit, biasLimit, "biasVoltage");
    double next = biasVoltage + gainVolts * error(signals);
    boolean railed = Math.abs(next) > biasLimit;
    return new Step(railed ? Math.copySign(biasLimit, next) : next, railed);
  }

  /**
   * Whether the signals look like the target: a small error, and the other harmonic of the right
   * sign and at least half as large as a full fringe has it. It cannot see a turned fringe.
   */
  public boolean looksLocked(Signals signals, double toleranceRad) {
    Require.positive(toleranceRad, "toleranceRad");
    double first = signals.first / (2 * Bessel.j(1, ditherDepth));
    double second = signals.second / (2 * Bessel.j(2, ditherDepth));
    double confirmation =
        switch (target) {
          case PEAK -> -second;
          case NULL -> second;
          case QUADRATURE_PLUS -> first;
          case QUADRATURE_MINUS -> -first;
        };
    return Math.abs(error(signals)) <= toleranceRad && confirmation >= 0.5;
  }

  /**
   * How much of the fringe is left under a two-level drive of plus and minus {@code driveVoltage}:
   * {@code cos(pi Vd/Vpi)}; none for on-off keying over one half-wave voltage (Vd half of it), a
   * turned fringe for phase keying over two.
   */
  public static double twoLevelFactor(double driveVoltage, double halfWaveVoltageRf) {
    return StrictMath.cos(ratio(driveVoltage, halfWaveVoltageRf));
  }

  /** The same for a Gaussian drive of some deviation: {@code exp(-(pi s/Vpi)^2/2)}. */
  public static double gaussianFactor(double driveDeviation, double halfWaveVoltageRf) {
    double ratio = ratio(Require.notNegative(driveDeviation, "driveDeviation"), halfWaveVoltageRf);
    return StrictMath.exp(-ratio * ratio / 2);
  }

  /** The same for pulses of either sign, equally often, in a share of the time. */
  public static double pulsedFactor(
      double pulseVoltage, double dutyCycle, double halfWaveVoltageRf) {
    Require.fraction(dutyCycle, "dutyCycle");
    return 1 - dutyCycle * (1 - StrictMath.cos(ratio(pulseVoltage, halfWaveVoltageRf)));
  }

  private static double ratio(double voltage, double halfWaveVoltageRf) {
    return StrictMath.PI
        * Require.finite(voltage, "driveVoltage")
        / Require.positive(halfWaveVoltageRf, "halfWaveVoltageRf");
  }
}
