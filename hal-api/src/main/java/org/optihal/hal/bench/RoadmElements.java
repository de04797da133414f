package org.optihal.hal.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.optihal.hal.bench.ElementKind.Path;
import org.optihal.hal.bench.ElementTypes.Band;
import org.optihal.hal.point.ValueType;
import org.optihal.hal.quantity.Attenuation;
import org.optihal.hal.quantity.Decibel;
import org.optihal.hal.quantity.Frequency;
import org.optihal.hal.quantity.OpticalPower;

/** Switches and amplifiers. */
public final class RoadmElements {

  /** Insertion loss, connectors included. */
  public static final ElementParameter<Attenuation> LOSS =
      new ElementParameter<>(
          "loss",
          ValueType.ATTENUATION,
          ValueType.ATTENUATION.parse("0 dB"),
          false,
          "0.5 dB",
          "Insertion loss, connectors included.");

  /** Number of inputs, 1 to 384. */
  public static final ElementParameter<Long> SWITCH_INPUTS =
      new ElementParameter<>(
          "inputs", ValueType.COUNT, null, false, "4", "Number of inputs, 1 to 384.");

  /** Number of outputs, 1 to 384. */
  public static final ElementParameter<Long> SWITCH_OUTPUTS =
      new ElementParameter<>(
          "outputs", ValueType.COUNT, null, false, "4", "Number of outputs, 1 to 384.");

  /** Connections that are made. */
  public static final ElementParameter<List<Path>> SWITCH_CONNECT =
      new ElementParameter<>(
          "connect",
          ElementTypes.PATHS,
          ElementTypes.PATHS.parse("none"),
          false,
          "in1>out2, in2>out1",
          "Connections that are made.");

  /** What reaches an output from an input that it is not joined with; the default is assumed. */
  public static final ElementParameter<Decibel> SWITCH_CROSSTALK =
      new ElementParameter<>(
          "crosstalk",
          ValueType.DECIBEL,
          ValueType.DECIBEL.parse("-55 dB"),
          false,
          "-55 dB",
          "What reaches an output from an input that it is not joined with; the default is"
              + " assumed.");

  /** Crosstalk of single pairs, where it differs. */
  public static final ElementParameter<Map<Path, Double>> SWITCH_PAIR_CROSSTALK =
      new ElementParameter<>(
          "pair-crosstalk",
          ElementTypes.PAIRS,
          null,
          true,
          "in1>out2 -45 dB",
          "Crosstalk of single pairs, where it differs.");

  /** Joins inputs with outputs. */
  public static final ElementKind SWITCH =
      ElementKind.of(
          "switch",
          "Joins inputs with outputs.",
          "in1 in2 ..., and out1 out2 ...",
          RoadmElements::switchPorts,
          SWITCH_INPUTS,
          SWITCH_OUTPUTS,
          SWITCH_CONNECT,
          LOSS,
          SWITCH_CROSSTALK,
          SWITCH_PAIR_CROSSTALK);

  /** Pass band of each port. */
  public static final ElementParameter<List<Band>> WSS_BANDS =
      new ElementParameter<>(
          "bands",
          ElementTypes.BANDS,
          null,
          false,
          "drop 191.4..191.5 THz, express 191.6..196.1 THz",
          "Pass bands of the ports; one port may have several.");

  /** Insertion loss. */
  public static final ElementParameter<Attenuation> WSS_LOSS =
      new ElementParameter<>(
          "loss",
          ValueType.ATTENUATION,
          ValueType.ATTENUATION.parse("5 dB"),
          false,
          "5 dB",
          "Insertion loss.");

  /** Loss of bands that a port does not carry; the default is assumed. */
  public static final ElementParameter<Attenuation> WSS_ISOLATION =
      new ElementParameter<>(
          "isolation",
          ValueType.ATTENUATION,
          ValueType.ATTENUATION.parse("35 dB"),
          false,
          "35 dB",
          "Loss of bands that a port does not carry; the default is assumed.");

  /** A wavelength selective switch: each band goes to a port of its own. */
  public static final ElementKind WSS =
      ElementKind.of(
          "wss",
          "A wavelength selective switch: each band goes to a port of its own.",
          "common, and one by the name of each band",
          e -> PassiveElements.withCommon(RoadmElements.WSS_BANDS, e),
          WSS_BANDS,
          WSS_LOSS,
          WSS_ISOLATION);

  /** What is held constant. */
  public static final ElementParameter<AmplifierRegulation> AMPLIFIER_MODE =
      new ElementParameter<>(
          "mode",
          ValueType.choice(AmplifierRegulation.class),
          ValueType.choice(AmplifierRegulation.class).parse("constant-gain"),
          false,
          "constant-gain",
          "What is held constant.");

  /** Gain in constant-gain mode, and the most there is in constant-power mode. */
  public static final ElementParameter<Decibel> AMPLIFIER_GAIN =
      new ElementParameter<>(
          "gain",
          ValueType.DECIBEL,
          ValueType.DECIBEL.parse("20 dB"),
          false,
          "20 dB",
          "Gain in constant-gain mode, and the most there is in constant-power mode.");

  /**
   * Output of all channels: the set point in constant-power mode, the most there is in
   * constant-gain mode. Noise comes on top.
   */
  public static final ElementParameter<OpticalPower> AMPLIFIER_OUTPUT_POWER =
      new ElementParameter<>(
          "output-power",
          ValueType.POWER,
          ValueType.POWER.parse("17 dBm"),
          false,
          "17 dBm",
          "Output of all channels: the set point in constant-power mode, the most there is in"
              + " constant-gain mode. Noise comes on top.");

  /** Noise figure. */
  public static final ElementParameter<Decibel> AMPLIFIER_NOISE_FIGURE =
      new ElementParameter<>(
          "noise-figure",
          ValueType.DECIBEL,
          ValueType.DECIBEL.parse("5 dB"),
          false,
          "5 dB",
          "Noise figure.");

  /** Lower edge of the amplified band; other light is absorbed. */
  public static final ElementParameter<Frequency> AMPLIFIER_LOW =
      new ElementParameter<>(
          "low",
          ValueType.FREQUENCY,
          ValueType.FREQUENCY.parse("191.3 THz"),
          false,
          "191.3 THz",
          "Lower edge of the amplified band; other light is absorbed.");

  /** Upper edge of the amplified band. */
  public static final ElementParameter<Frequency> AMPLIFIER_HIGH =
      new ElementParameter<>(
          "high",
          ValueType.FREQUENCY,
          ValueType.FREQUENCY.parse("196.1 THz"),
          false,
          "196.1 THz",
          "Upper edge of the amplified band.");

  /** Time constant of the gain after a change of input; assumed. */
  public static final ElementParameter<Duration> AMPLIFIER_SETTLING =
      new ElementParameter<>(
          "settling",
          ValueType.DURATION,
          ValueType.DURATION.parse("1 ms"),
          false,
          "1 ms",
          "Time constant of the gain after a change of input; assumed.");

  /** A fibre amplifier with isolators. */
  public static final ElementKind AMPLIFIER =
      ElementKind.of(
          "amplifier",
          "A fibre amplifier with isolators.",
          true,
          List.of("in", "out"),
          AMPLIFIER_MODE,
          AMPLIFIER_GAIN,
          AMPLIFIER_OUTPUT_POWER,
          AMPLIFIER_NOISE_FIGURE,
          AMPLIFIER_LOW,
          AMPLIFIER_HIGH,
          AMPLIFIER_SETTLING);

  /** What an amplifier holds constant. */
  public enum AmplifierRegulation {
    CONSTANT_GAIN,
    CONSTANT_POWER
  }

  private static List<String> switchPorts(Element element) {
    List<String> ports = new java.util.ArrayList<>();
    ports.addAll(numbered(element, SWITCH_INPUTS, "in"));
    ports.addAll(numbered(element, SWITCH_OUTPUTS, "out"));
    return ports;
  }

  private static List<String> numbered(
      Element element, ElementParameter<Long> parameter, String prefix) {
    long count = parameter.of(element);
    if (count < 1 || count > 384) {
      throw org.optihal.hal.error.HalException.configuration(
          element + ", " + parameter.name() + ": there are 1 to 384, not " + count);
    }
    return java.util.stream.LongStream.rangeClosed(1, count).mapToObj(i -> prefix + i).toList();
  }

  private RoadmElements() {}
}
