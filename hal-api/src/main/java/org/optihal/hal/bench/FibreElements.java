package org.optihal.hal.bench;

import java.util.List;
import org.optihal.hal.point.ValueType;
import org.optihal.hal.quantity.Attenuation;
import org.optihal.hal.quantity.Decibel;
import org.optihal.hal.quantity.Phase;
import org.optihal.hal.quantity.Temperature;

/** Optical fibres. */
public final class FibreElements {

  /** Length of the fibre. */
  public static final ElementParameter<Double> LENGTH =
      new ElementParameter<>(
          "length", ElementTypes.LENGTH, null, false, "25 km", "Length of the fibre.");

  /** Type of the fibre. */
  public static final ElementParameter<FibreModel> MODEL =
      new ElementParameter<>(
          "model",
          ValueType.choice(FibreModel.class),
          ValueType.choice(FibreModel.class).parse("smf28"),
          false,
          "smf28",
          "Type of the fibre.");

  /** Loss per length at 1550 nm; without it that of the model. The whole spectrum is shifted. */
  public static final ElementParameter<Double> ATTENUATION =
      new ElementParameter<>(
          "attenuation",
          ElementTypes.LOSS_PER_LENGTH,
          null,
          true,
          "0.2 dB/km",
          "Loss per length at 1550 nm; without it that of the model. The whole spectrum is shifted.");

  /** Loss of connectors and splices, half of it at each end. */
  public static final ElementParameter<Attenuation> LOSS =
      new ElementParameter<>(
          "loss",
          ValueType.ATTENUATION,
          ValueType.ATTENUATION.parse("0 dB"),
          false,
          "0.5 dB",
          "Loss of connectors and splices, half of it at each end.");

  /** Factor on the Raman gain of the model; calibrate it for the fibre at hand. */
  public static final ElementParameter<Double> RAMAN =
      new ElementParameter<>(
          "raman",
          ElementTypes.NUMBER,
          ElementTypes.NUMBER.parse("0.62"),
          false,
          "0.62",
          "Factor on the Raman gain of the model; calibrate it for the fibre at hand.");

  /** Temperature of the fibre. */
  public static final ElementParameter<Temperature> TEMPERATURE =
      new ElementParameter<>(
          "temperature",
          ValueType.TEMPERATURE,
          ValueType.TEMPERATURE.parse("20 °C"),
          false,
          "20 °C",
          "Temperature of the fibre.");

  /** Dispersion at 1550 nm; without it that of the model. */
  public static final ElementParameter<Double> FIBRE_DISPERSION =
      new ElementParameter<>(
          "dispersion",
          ElementTypes.DISPERSION,
          null,
          true,
          "17 ps/nm/km",
          "Dispersion at 1550 nm; without it that of the model.");

  /** Dispersion slope in ps/(nm² km). */
  public static final ElementParameter<Double> FIBRE_SLOPE =
      new ElementParameter<>(
          "slope",
          ElementTypes.NUMBER,
          ElementTypes.NUMBER.parse("0.06"),
          false,
          "0.06",
          "Dispersion slope in ps/(nm² km).");

  /** Nonlinear coefficient. */
  public static final ElementParameter<Double> FIBRE_NONLINEARITY =
      new ElementParameter<>(
          "nonlinearity",
          ElementTypes.NONLINEARITY,
          ElementTypes.NONLINEARITY.parse("1.3 /W/km"),
          false,
          "1.3 /W/km",
          "Nonlinear coefficient.");

  /** Root mean square of the random rotation of the polarization in one hour. */
  public static final ElementParameter<Phase> FIBRE_POLARIZATION_DRIFT =
      new ElementParameter<>(
          "polarization-drift",
          ValueType.PHASE,
          ValueType.PHASE.parse("0 rad"),
          false,
          "0.3 rad",
          "Root mean square of the random rotation of the polarization in one hour.");

  /** Root mean square of the random change of the loss in one hour. */
  public static final ElementParameter<Decibel> FIBRE_LOSS_DRIFT =
      new ElementParameter<>(
          "loss-drift",
          ValueType.DECIBEL,
          ValueType.DECIBEL.parse("0 dB"),
          false,
          "0.05 dB",
          "Root mean square of the random change of the loss in one hour.");

  /** A single-mode fibre. */
  public static final ElementKind FIBRE =
      ElementKind.of(
          "fibre",
          "A single-mode fibre.",
          true,
          List.of("a", "b"),
          LENGTH,
          MODEL,
          ATTENUATION,
          LOSS,
          RAMAN,
          TEMPERATURE,
          FIBRE_DISPERSION,
          FIBRE_SLOPE,
          FIBRE_NONLINEARITY,
          FIBRE_POLARIZATION_DRIFT,
          FIBRE_LOSS_DRIFT);

  /** Number of cores, 2 to 32, in a ring: each has two neighbors, except with two. */
  public static final ElementParameter<Long> MULTI_CORE_FIBRE_CORES =
      new ElementParameter<>(
          "cores",
          ValueType.COUNT,
          ValueType.COUNT.parse("4"),
          false,
          "4",
          "Number of cores, 2 to 32, in a ring: each has two neighbors, except with two.");

  /** Power that neighbors exchange per length. */
  public static final ElementParameter<Double> MULTI_CORE_FIBRE_NEIGHBOR_CROSSTALK =
      new ElementParameter<>(
          "neighbor-crosstalk",
          ElementTypes.LOSS_PER_LENGTH,
          ElementTypes.LOSS_PER_LENGTH.parse("-60 dB/km"),
          false,
          "-60 dB/km",
          "Power that neighbors exchange per length.");

  /** Power that other cores exchange per length. */
  public static final ElementParameter<Double> MULTI_CORE_FIBRE_DIAGONAL_CROSSTALK =
      new ElementParameter<>(
          "diagonal-crosstalk",
          ElementTypes.LOSS_PER_LENGTH,
          ElementTypes.LOSS_PER_LENGTH.parse("-70 dB/km"),
          false,
          "-70 dB/km",
          "Power that other cores exchange per length.");

  /** Nonlinear coefficient of a core. */
  public static final ElementParameter<Double> MULTI_CORE_FIBRE_NONLINEARITY =
      new ElementParameter<>(
          "nonlinearity",
          ElementTypes.NONLINEARITY,
          ElementTypes.NONLINEARITY.parse("1.3 /W/km"),
          false,
          "1.3 /W/km",
          "Nonlinear coefficient of a core.");

  /** A fibre with several cores. */
  public static final ElementKind MULTI_CORE_FIBRE =
      ElementKind.of(
          "multi-core-fibre",
          "A fibre with several cores.",
          "a1 a2 ... at one end, b1 b2 ... at the other",
          FibreElements::coreEnds,
          LENGTH,
          MODEL,
          ATTENUATION,
          LOSS,
          RAMAN,
          TEMPERATURE,
          MULTI_CORE_FIBRE_CORES,
          MULTI_CORE_FIBRE_NEIGHBOR_CROSSTALK,
          MULTI_CORE_FIBRE_DIAGONAL_CROSSTALK,
          MULTI_CORE_FIBRE_NONLINEARITY);

  /** Types of fibre. */
  public enum FibreModel {
    /** ITU-T G.652.D. */
    SMF28,
    /** ITU-T G.654.E, low loss and large area. */
    G654E
  }

  private static List<String> coreEnds(Element element) {
    long cores = MULTI_CORE_FIBRE_CORES.of(element);
    if (cores < 2 || cores > 32) {
      throw org.optihal.hal.error.HalException.configuration(
          element + ", cores: a fibre has 2 to 32, not " + cores);
    }
    List<String> ends = new java.util.ArrayList<>();
    for (String end : List.of("a", "b")) {
      for (int i = 1; i <= cores; i++) {
        ends.add(end + i);
      }
    }
    return ends;
  }

  private FibreElements() {}
}
