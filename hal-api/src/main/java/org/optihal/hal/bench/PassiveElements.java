package org.optihal.hal.bench;

import java.util.List;
import org.optihal.hal.bench.ElementTypes.Band;
import org.optihal.hal.point.ValueType;
import org.optihal.hal.quantity.Attenuation;
import org.optihal.hal.quantity.Frequency;
import org.optihal.hal.quantity.FrequencyOffset;
import org.optihal.hal.quantity.Phase;
import org.optihal.hal.quantity.Ratio;

/** Parts without a power supply. */
public final class PassiveElements {

  /** Insertion loss, connectors included. */
  public static final ElementParameter<Attenuation> LOSS =
      new ElementParameter<>(
          "loss",
          ValueType.ATTENUATION,
          ValueType.ATTENUATION.parse("0 dB"),
          false,
          "0.5 dB",
          "Insertion loss, connectors included.");

  /** Loss on the way that is meant to be dark; the default is assumed. */
  public static final ElementParameter<Attenuation> ISOLATION =
      new ElementParameter<>(
          "isolation",
          ValueType.ATTENUATION,
          ValueType.ATTENUATION.parse("40 dB"),
          false,
          "40 dB",
          "Loss on the way that is meant to be dark; the default is assumed.");

  /** Share of the light in the tap. */
  public static final ElementParameter<Ratio> COUPLER_RATIO =
      new ElementParameter<>(
          "ratio", ValueType.RATIO, null, false, "10 %", "Share of the light in the tap.");

  /** Splits light in two, or joins two. */
  public static final ElementKind COUPLER =
      ElementKind.of(
          "coupler",
          "Splits light in two, or joins two.",
          true,
          List.of("in", "through", "tap", "in2"),
          COUPLER_RATIO,
          LOSS);

  /** Center of the pass band. */
  public static final ElementParameter<Frequency> FILTER_CENTER =
      new ElementParameter<>(
          "center", ValueType.FREQUENCY, null, false, "193.1 THz", "Center of the pass band.");

  /** Equivalent noise width of the pass band. */
  public static final ElementParameter<FrequencyOffset> FILTER_WIDTH =
      new ElementParameter<>(
          "width",
          ValueType.FREQUENCY_OFFSET,
          null,
          false,
          "100 GHz",
          "Equivalent noise width of the pass band.");

  /** Lets one band pass. */
  public static final ElementKind FILTER =
      ElementKind.of(
          "filter",
          "Lets one band pass.",
          true,
          List.of("in", "out"),
          FILTER_CENTER,
          FILTER_WIDTH,
          LOSS,
          ISOLATION);

  /** Its loss. */
  public static final ElementParameter<Attenuation> ATTENUATOR_ATTENUATION =
      new ElementParameter<>(
          "attenuation", ValueType.ATTENUATION, null, false, "10 dB", "Its loss.");

  /** Takes a fixed share of the light. */
  public static final ElementKind ATTENUATOR =
      ElementKind.of(
          "attenuator",
          "Takes a fixed share of the light.",
          true,
          List.of("in", "out"),
          ATTENUATOR_ATTENUATION);

  /** Lets light pass one way. */
  public static final ElementKind ISOLATOR =
      ElementKind.of(
          "isolator", "Lets light pass one way.", true, List.of("in", "out"), LOSS, ISOLATION);

  /** Leads light from each port to the next. */
  public static final ElementKind CIRCULATOR =
      ElementKind.of(
          "circulator",
          "Leads light from each port to the next.",
          false,
          List.of("p1", "p2", "p3"),
          LOSS,
          ISOLATION);

  /** Pass band of each port. */
  public static final ElementParameter<List<Band>> MUX_BANDS =
      new ElementParameter<>(
          "bands",
          ElementTypes.BANDS,
          null,
          false,
          "quantum 1560.2..1561 nm, data 1529..1560 nm",
          "Pass bands of the ports; one port may have several.");

  /** Joins bands into one fibre, and splits them coming back. */
  public static final ElementKind MUX =
      ElementKind.of(
          "mux",
          "Joins bands into one fibre, and splits them coming back.",
          "common, and one by the name of each band",
          e -> PassiveElements.withCommon(PassiveElements.MUX_BANDS, e),
          MUX_BANDS,
          LOSS,
          ISOLATION);

  /** Pass band of each port. */
  public static final ElementParameter<List<Band>> DEMUX_BANDS =
      new ElementParameter<>(
          "bands",
          ElementTypes.BANDS,
          null,
          false,
          "quantum 1560.2..1561 nm, data 1529..1560 nm",
          "Pass bands of the ports; one port may have several.");

  /** Splits the bands of one fibre, and joins them coming back. */
  public static final ElementKind DEMUX =
      ElementKind.of(
          "demux",
          "Splits the bands of one fibre, and joins them coming back.",
          "common, and one by the name of each band",
          e -> PassiveElements.withCommon(PassiveElements.DEMUX_BANDS, e),
          DEMUX_BANDS,
          LOSS,
          ISOLATION);

  /** Rotation on the Poincaré sphere. */
  public static final ElementParameter<Phase> ROTATOR_ANGLE =
      new ElementParameter<>(
          "angle",
          ValueType.PHASE,
          ValueType.PHASE.parse("0 rad"),
          false,
          "0.1 rad",
          "Rotation on the Poincaré sphere.");

  /** Root mean square of the random rotation in one hour. */
  public static final ElementParameter<Phase> ROTATOR_DRIFT =
      new ElementParameter<>(
          "drift",
          ValueType.PHASE,
          ValueType.PHASE.parse("0 rad"),
          false,
          "0.05 rad",
          "Root mean square of the random rotation in one hour.");

  /** Turns the polarization. */
  public static final ElementKind ROTATOR =
      ElementKind.of(
          "rotator",
          "Turns the polarization.",
          true,
          List.of("in", "out"),
          LOSS,
          ROTATOR_ANGLE,
          ROTATOR_DRIFT);

  static List<String> withCommon(ElementParameter<List<Band>> bands, Element element) {
    List<String> ports = new java.util.ArrayList<>(List.of("common"));
    bands.of(element).stream().map(Band::port).distinct().forEach(ports::add);
    return ports;
  }

  private PassiveElements() {}
}
