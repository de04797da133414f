package org.optihal.physics.modulator;

import org.optihal.physics.Require;
import org.optihal.physics.light.Decibels;

/**
 * IQ modulator: two Mach-Zehnder modulators at their null, added with a quarter turn of phase.
 *
 * @param insertionLossDb loss besides the interference, all three couplers ideal
 * @param extinctionDb peak to null of each child
 * @param halfWaveVoltage volts for a phase of pi between the arms of a child
 * @param gainRatio field of the Q child over field of the I child, at most 1: the loss of the
 *     stronger one belongs to the insertion loss
 * @param quadratureError radians that the outer phase is away from a quarter turn
 */
public record IqModulator(
    double insertionLossDb,
    double extinctionDb,
    double halfWaveVoltage,
    double gainRatio,
    double quadratureError) {
  public IqModulator {
    Require.notNegative(insertionLossDb, "insertionLossDb");
    Require.positive(extinctionDb, "extinctionDb");
    Require.positive(halfWaveVoltage, "halfWaveVoltage");
    Require.fraction(gainRatio, "gainRatio");
    Require.finite(quadratureError, "quadratureError");
  }

  /**
   * Radians by which the three biases are wrong.
   *
   * @param inPhase of the I child away from its null
   * @param quadrature of the Q child away from its null
   * @param outer of the outer phase, added to the modulator's own error
   */
  public record BiasError(double inPhase, double quadrature, double outer) {
    public static final BiasError NONE = new BiasError(0, 0, 0);

    public BiasError {
      Require.finite(inPhase, "inPhase");
      Require.finite(quadrature, "quadrature");
      Require.finite(outer, "outer");
    }
  }

  /** Powers of a single-sideband signal, over the power that enters the modulator. */
  public record SidebandPowers(double wanted, double image, double carrier) {
    /** Decibels from the wanted sideband down to its image; infinite if there is none. */
    public double imageSuppressionDb() {
      return Suppression.db(wanted, image);
    }

    /** Decibels from the wanted sideband down to the carrier; infinite if there is none. */
    public double carrierSuppressionDb() {
      return Suppression.db(wanted, carrier);
    }
  }

  /** Output over input field at two drive voltages. */
  public ComplexAmplitude field(double inPhaseVoltage, double quadratureVoltage, BiasError error) {
    double i = StrictMath.PI * Require.finite(inPhaseVoltage, "inPhaseVoltage") / halfWaveVoltage;
    double q =
        StrictMath.PI * Require.finite(quadratureVoltage, "quadratureVoltage") / halfWaveVoltage;
    return child(i + error.inPhase)
        .plus(child(q + error.quadrature).times(outerPhase(error)))
        .times(scale());
  }

  /** Output over input power without a drive. */
  public double carrierLeak(BiasError error) {
    return field(0, 0, error).power();
  }

  /**
   * The first sidebands and the carrier under {@code V cos(wt)} on I and {@code V sin(wt)} on Q, by
   * the Jacobi-Anger expansion; orders beyond the first are not in the answer.
   */
  public SidebandPowers singleSideband(double driveVoltage, BiasError error) {
    double index =
        StrictMath.PI * Require.positive(driveVoltage, "driveVoltage") / halfWaveVoltage / 2;
    Require.within(index, 0, PhaseModulator.LARGEST_INDEX, "driveVoltage in half-wave units");
    ComplexAmplitude outer = outerPhase(error);
    ComplexAmplitude carrier =
        child(error.inPhase)
            .plus(child(error.quadrature).times(outer))
            .times(scale() * Bessel.j(0, index));
    // sin(wt) holds 1/(2j) where cos(wt) holds 1/2, which undoes the quarter turn of the outer
    // phase.
    ComplexAmplitude inPhase = slope(error.inPhase);
    ComplexAmplitude quadrature =
        slope(error.quadrature).times(outer).times(new ComplexAmplitude(0, -1));
    double first = scale() * Bessel.j(1, index);
    return new SidebandPowers(
        inPhase.plus(quadrature).times(first).power(),
        inPhase.minus(quadrature).times(first).power(),
        carrier.power());
  }

  /** Image suppression of a weak drive: {@code |1 + g e^{jt}|^2 / |1 - g e^{jt}|^2} in decibels. */
  public static double imageSuppressionDb(double gainRatio, double quadratureError) {
    Require.positive(gainRatio, "gainRatio");
    double cosine = StrictMath.cos(Require.finite(quadratureError, "quadratureError"));
    double even = 1 + gainRatio * gainRatio;
    return Suppression.db(even + 2 * gainRatio * cosine, even - 2 * gainRatio * cosine);
  }

  /** The field of a child whose arms are {@code pi + phase} apart. */
  private ComplexAmplitude child(double phase) {
    return new ComplexAmplitude(
        -StrictMath.sin(phase / 2), imbalance() * StrictMath.cos(phase / 2));
  }

  /** What a child makes of a drive of first order. */
  private ComplexAmplitude slope(double phase) {
    return new ComplexAmplitude(
        -StrictMath.cos(phase / 2), -imbalance() * StrictMath.sin(phase / 2));
  }

  private double imbalance() {
    return StrictMath.sqrt(Decibels.transmittance(extinctionDb));
  }

  private double scale() {
    double floor = Decibels.transmittance(extinctionDb);
    return StrictMath.sqrt(Decibels.transmittance(insertionLossDb) / (1 + floor)) / 2;
  }

  private ComplexAmplitude outerPhase(BiasError error) {
    return ComplexAmplitude.polar(gainRatio, StrictMath.PI / 2 + quadratureError + error.outer);
  }
}
