package org.optihal.hal.bench;

import java.util.List;
import org.optihal.hal.point.ValueType;
import org.optihal.hal.quantity.Attenuation;
import org.optihal.hal.quantity.Frequency;
import org.optihal.hal.quantity.Phase;
import org.optihal.hal.quantity.Voltage;

/** Modulators that no driver speaks to. */
public final class ModulatorElements {

  /** Insertion loss. */
  public static final ElementParameter<Attenuation> LOSS =
      new ElementParameter<>(
          "loss",
          ValueType.ATTENUATION,
          ValueType.ATTENUATION.parse("4 dB"),
          false,
          "4 dB",
          "Insertion loss.");

  /** Extinction ratio. */
  public static final ElementParameter<Attenuation> INTENSITY_MODULATOR_EXTINCTION =
      new ElementParameter<>(
          "extinction",
          ValueType.ATTENUATION,
          ValueType.ATTENUATION.parse("25 dB"),
          false,
          "25 dB",
          "Extinction ratio.");

  /** Voltage from peak to null. */
  public static final ElementParameter<Voltage> INTENSITY_MODULATOR_V_PI =
      new ElementParameter<>(
          "v-pi",
          ValueType.VOLTAGE,
          ValueType.VOLTAGE.parse("4 V"),
          false,
          "4 V",
          "Voltage from peak to null.");

  /** Bias voltage from the peak of transmission. */
  public static final ElementParameter<Voltage> INTENSITY_MODULATOR_BIAS =
      new ElementParameter<>(
          "bias",
          ValueType.VOLTAGE,
          ValueType.VOLTAGE.parse("0 V"),
          false,
          "2 V",
          "Bias voltage from the peak of transmission.");

  /** Amplitude of a symmetric two-level drive. */
  public static final ElementParameter<Voltage> INTENSITY_MODULATOR_DRIVE =
      new ElementParameter<>(
          "drive",
          ValueType.VOLTAGE,
          ValueType.VOLTAGE.parse("0 V"),
          false,
          "1 V",
          "Amplitude of a symmetric two-level drive.");

  /** Root mean square of the random walk of the bias phase in one hour. */
  public static final ElementParameter<Phase> INTENSITY_MODULATOR_DRIFT =
      new ElementParameter<>(
          "drift",
          ValueType.PHASE,
          ValueType.PHASE.parse("0 rad"),
          false,
          "0.1 rad",
          "Root mean square of the random walk of the bias phase in one hour.");

  /** A Mach-Zehnder modulator at a bias point. */
  public static final ElementKind INTENSITY_MODULATOR =
      ElementKind.of(
          "intensity-modulator",
          "A Mach-Zehnder modulator at a bias point.",
          true,
          List.of("in", "out"),
          LOSS,
          INTENSITY_MODULATOR_EXTINCTION,
          INTENSITY_MODULATOR_V_PI,
          INTENSITY_MODULATOR_BIAS,
          INTENSITY_MODULATOR_DRIVE,
          INTENSITY_MODULATOR_DRIFT);

  /** Ramps of 2π per second; without it the light keeps its frequency. */
  public static final ElementParameter<Frequency> PHASE_MODULATOR_RAMP =
      new ElementParameter<>(
          "ramp",
          ValueType.FREQUENCY,
          null,
          true,
          "10 GHz",
          "Ramps of 2π per second; without it the light keeps its frequency.");

  /** A phase modulator with a ramp drive: shifts the frequency by the ramp rate. */
  public static final ElementKind PHASE_MODULATOR =
      ElementKind.of(
          "phase-modulator",
          "A phase modulator with a ramp drive: shifts the frequency by the ramp rate.",
          true,
          List.of("in", "out"),
          LOSS,
          PHASE_MODULATOR_RAMP);

  /** Loss by the modulation: mean output below the peak. */
  public static final ElementParameter<Attenuation> IQ_MODULATOR_MODULATION =
      new ElementParameter<>(
          "modulation",
          ValueType.ATTENUATION,
          ValueType.ATTENUATION.parse("12 dB"),
          false,
          "12 dB",
          "Loss by the modulation: mean output below the peak.");

  /** Extinction ratio of the inner modulators. */
  public static final ElementParameter<Attenuation> IQ_MODULATOR_EXTINCTION =
      new ElementParameter<>(
          "extinction",
          ValueType.ATTENUATION,
          ValueType.ATTENUATION.parse("25 dB"),
          false,
          "25 dB",
          "Extinction ratio of the inner modulators.");

  /** Root mean square of the random walk of the bias phase in one hour. */
  public static final ElementParameter<Phase> IQ_MODULATOR_DRIFT =
      new ElementParameter<>(
          "drift",
          ValueType.PHASE,
          ValueType.PHASE.parse("0 rad"),
          false,
          "0.05 rad",
          "Root mean square of the random walk of the bias phase in one hour.");

  /** Nested Mach-Zehnder modulators at null with a Gaussian drive. */
  public static final ElementKind IQ_MODULATOR =
      ElementKind.of(
          "iq-modulator",
          "Nested Mach-Zehnder modulators at null with a Gaussian drive.",
          true,
          List.of("in", "out"),
          LOSS,
          IQ_MODULATOR_MODULATION,
          IQ_MODULATOR_EXTINCTION,
          IQ_MODULATOR_DRIFT);

  private ModulatorElements() {}
}
