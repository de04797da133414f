package org.optihal.physics.modulator;

import org.optihal.physics.Require;
import org.optihal.physics.light.Decibels;

/**
 * Mach-Zehnder intensity modulator of finite extinction r (a power ratio, peak to null), with
 * separate half-wave voltages of the bias electrode and, at the drive's frequency, of the RF
 * electrode.
 *
 * <p>The transmission is {@code 1/2 [1 + v cos(phase)]} with visibility {@code v = (r-1)/(r+1)},
 * times the insertion loss: unequal arms also send light to the other output at the peak. Data
 * sheets put the peak to one, {@code (1-e)/2 [1 + cos(phase)] + e} with {@code e = 1/r}; the two
 * differ by the constant factor {@code 1 + e} and {@link #withPeakLoss} converts.
 *
 * @param insertionLossDb loss besides the interference
 * @param extinctionDb peak to null, positive
 * @param halfWaveVoltageDc volts for a phase of pi on the bias electrode
 * @param halfWaveVoltageRf volts for a phase of pi on the RF electrode at the drive's frequency
 * @param phaseAtZeroBias radians between the arms without any voltage
 */
public record MachZehnder(
    double insertionLossDb,
    double extinctionDb,
    double halfWaveVoltageDc,
    double halfWaveVoltageRf,
    double phaseAtZeroBias) {
  public MachZehnder {
    Require.notNegative(insertionLossDb, "insertionLossDb");
    Require.positive(extinctionDb, "extinctionDb");
    Require.positive(halfWaveVoltageDc, "halfWaveVoltageDc");
    Require.positive(halfWaveVoltageRf, "halfWaveVoltageRf");
    Require.finite(phaseAtZeroBias, "phaseAtZeroBias");
  }

  /** Without insertion loss, at its peak without voltage, one half-wave voltage for both inputs. */
  public static MachZehnder ideal(double extinctionDb, double halfWaveVoltage) {
    return new MachZehnder(0, extinctionDb, halfWaveVoltage, halfWaveVoltage, 0);
  }

  /** From a data sheet's insertion loss, which is measured at the peak and so holds the factor. */
  public static MachZehnder withPeakLoss(
      double peakLossDb, double extinctionDb, double halfWaveVoltageDc, double halfWaveVoltageRf) {
    Require.positive(extinctionDb, "extinctionDb");
    double interferenceDb = Decibels.ofRatio(1 + Decibels.transmittance(extinctionDb));
    if (!(Require.notNegative(peakLossDb, "peakLossDb") >= interferenceDb)) {
      throw new IllegalArgumentException(
          "peakLossDb must be at least "
              + interferenceDb
              + " dB at an extinction of "
              + extinctionDb
              + " dB, not "
              + peakLossDb);
    }
    return new MachZehnder(
        peakLossDb - interferenceDb, extinctionDb, halfWaveVoltageDc, halfWaveVoltageRf, 0);
  }

  public MachZehnder withPhaseAtZeroBias(double newPhase) {
    return new MachZehnder(
        insertionLossDb, extinctionDb, halfWaveVoltageDc, halfWaveVoltageRf, newPhase);
  }

  /** Null over peak, as a power ratio. */
  public double floor() {
    return Decibels.transmittance(extinctionDb);
  }

  /** {@code (r-1)/(r+1)}. */
  public double visibility() {
    double floor = floor();
    return (1 - floor) / (1 + floor);
  }

  /** The loss at the peak, as a data sheet gives it. */
  public double peakLossDb() {
    return insertionLossDb + Decibels.ofRatio(1 + floor());
  }

  /** Radians between the arms. */
  public double phase(double biasVoltage, double rfVoltage) {
    Require.finite(biasVoltage, "biasVoltage");
    Require.finite(rfVoltage, "rfVoltage");
    return StrictMath.PI * (biasVoltage / halfWaveVoltageDc + rfVoltage / halfWaveVoltageRf)
        + phaseAtZeroBias;
  }

  /** Output over input power at the drive. */
  public double transmission(double biasVoltage, double rfVoltage) {
    return transmissionAtPhase(phase(biasVoltage, rfVoltage));
  }

  /** Output over input power at a phase between the arms, in radians. */
  public double transmissionAtPhase(double phase) {
    return Decibels.transmittance(insertionLossDb) * relativeTransmission(phase) / (1 + floor());
  }

  /** Output power over output power at the peak: {@code (1-e)/2 [1 + cos(phase)] + e}. */
  public double relativeTransmission(double phase) {
    double floor = floor();
    double half = StrictMath.cos(Require.finite(phase, "phase") / 2);
    return (1 - floor) * half * half + floor;
  }

  /**
   * Output over input field, {@code [(1+g) e^{j p1} + (1-g) e^{j p2}]/2} over {@code sqrt(1+g^2)}
   * with {@code g = 10^(-ER/20)}; its power is {@link #transmission}.
   *
   * @param chirp share of the phase that is common to both arms: 0 push-pull, 1 and -1 one arm only
   */
  public ComplexAmplitude field(double biasVoltage, double rfVoltage, double chirp) {
    Require.within(chirp, -1, 1, "chirp");
    double phase = phase(biasVoltage, rfVoltage);
    double imbalance = StrictMath.sqrt(floor());
    double scale =
        StrictMath.sqrt(Decibels.transmittance(insertionLossDb) / (1 + imbalance * imbalance)) / 2;
    return ComplexAmplitude.polar(scale * (1 + imbalance), phase * (chirp + 1) / 2)
        .plus(ComplexAmplitude.polar(scale * (1 - imbalance), phase * (chirp - 1) / 2));
  }

  /** The mean of the transmission over a drive whose fringe factor is known. */
  public double averageTransmission(double biasVoltage, double fringeFactor) {
    Require.within(fringeFactor, -1, 1, "fringeFactor");
    return Decibels.transmittance(insertionLossDb)
        / 2
        * (1 + visibility() * fringeFactor * StrictMath.cos(phase(biasVoltage, 0)));
  }

  /** Light at the null over light at the peak, when the bias is wrong by some volts. */
  public double leakage(double biasError) {
    Require.finite(biasError, "biasError");
    return relativeTransmission(StrictMath.PI * (1 + biasError / halfWaveVoltageDc));
  }

  /**
   * Volts of bias error that give a leakage, a ratio of null to peak.
   *
   * @throws IllegalArgumentException if the leakage is below the extinction
   */
  public double biasErrorForLeakage(double leakage) {
    double floor = floor();
    Require.within(leakage, floor, 1, "leakage");
    double sine = StrictMath.sqrt((leakage - floor) / (1 - floor));
    return 2 * halfWaveVoltageDc / StrictMath.PI * StrictMath.asin(Math.min(1, sine));
  }

  /**
   * Radians between the arms, from 0 to pi, that give an output relative to the peak.
   *
   * @throws IllegalArgumentException if it is below the extinction or above one
   */
  public double phaseForRelativeTransmission(double relativeTransmission) {
    double floor = floor();
    Require.within(relativeTransmission, floor, 1, "relativeTransmission");
    double cosine = StrictMath.sqrt((relativeTransmission - floor) / (1 - floor));
    return 2 * StrictMath.acos(Math.min(1, cosine));
  }
}
