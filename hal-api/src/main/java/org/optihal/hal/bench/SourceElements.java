package org.optihal.hal.bench;

import java.util.List;
import org.optihal.hal.bench.ElementTypes.Band;
import org.optihal.hal.point.ValueType;
import org.optihal.hal.quantity.Attenuation;
import org.optihal.hal.quantity.CountRate;
import org.optihal.hal.quantity.Frequency;
import org.optihal.hal.quantity.FrequencyOffset;
import org.optihal.hal.quantity.OpticalPower;
import org.optihal.hal.quantity.Ratio;

/** Sources of light that no driver speaks to. */
public final class SourceElements {

  /** Optical frequency. */
  public static final ElementParameter<Frequency> FREQUENCY =
      new ElementParameter<>(
          "frequency", ValueType.FREQUENCY, null, false, "193.1 THz", "Optical frequency.");

  /** Width of the line. */
  public static final ElementParameter<FrequencyOffset> LINEWIDTH =
      new ElementParameter<>(
          "linewidth",
          ValueType.FREQUENCY_OFFSET,
          ValueType.FREQUENCY_OFFSET.parse("100 kHz"),
          false,
          "100 kHz",
          "Width of the line.");

  /** Output power. */
  public static final ElementParameter<OpticalPower> CW_SOURCE_POWER =
      new ElementParameter<>("power", ValueType.POWER, null, false, "0 dBm", "Output power.");

  /** A laser that shines all the time. */
  public static final ElementKind CW_SOURCE =
      ElementKind.of(
          "cw-source",
          "A laser that shines all the time.",
          false,
          List.of("out"),
          FREQUENCY,
          CW_SOURCE_POWER,
          LINEWIDTH);

  /** Center of the lowest channel. */
  public static final ElementParameter<Frequency> COMB_LOW =
      new ElementParameter<>(
          "low", ValueType.FREQUENCY, null, false, "191.3 THz", "Center of the lowest channel.");

  /** Center of the highest channel, at most. */
  public static final ElementParameter<Frequency> COMB_HIGH =
      new ElementParameter<>(
          "high",
          ValueType.FREQUENCY,
          null,
          false,
          "196.1 THz",
          "Center of the highest channel, at most.");

  /** Distance of channels. */
  public static final ElementParameter<FrequencyOffset> COMB_SPACING =
      new ElementParameter<>(
          "spacing",
          ValueType.FREQUENCY_OFFSET,
          ValueType.FREQUENCY_OFFSET.parse("100 GHz"),
          false,
          "100 GHz",
          "Distance of channels.");

  /** Width of a channel. */
  public static final ElementParameter<FrequencyOffset> COMB_WIDTH =
      new ElementParameter<>(
          "width",
          ValueType.FREQUENCY_OFFSET,
          ValueType.FREQUENCY_OFFSET.parse("32 GHz"),
          false,
          "32 GHz",
          "Width of a channel.");

  /** Power of all channels together. */
  public static final ElementParameter<OpticalPower> COMB_POWER =
      new ElementParameter<>(
          "power", ValueType.POWER, null, false, "17 dBm", "Power of all channels together.");

  /** Bands without channels; the names are free. */
  public static final ElementParameter<List<Band>> COMB_GAP =
      new ElementParameter<>(
          "gap",
          ElementTypes.BANDS,
          null,
          true,
          "quantum 1560..1561 nm",
          "Bands without channels; the names are free.");

  /** WDM channels, each flat over its slot, as modulated or dummy light fills it. */
  public static final ElementKind COMB =
      ElementKind.of(
          "comb",
          "WDM channels, each flat over its slot, as modulated or dummy light fills it.",
          false,
          List.of("out"),
          COMB_LOW,
          COMB_HIGH,
          COMB_SPACING,
          COMB_WIDTH,
          COMB_POWER,
          COMB_GAP);

  /** Lower edge. */
  public static final ElementParameter<Frequency> ASE_SOURCE_LOW =
      new ElementParameter<>("low", ValueType.FREQUENCY, null, false, "191.3 THz", "Lower edge.");

  /** Upper edge. */
  public static final ElementParameter<Frequency> ASE_SOURCE_HIGH =
      new ElementParameter<>("high", ValueType.FREQUENCY, null, false, "196.1 THz", "Upper edge.");

  /** Total power. */
  public static final ElementParameter<OpticalPower> ASE_SOURCE_POWER =
      new ElementParameter<>("power", ValueType.POWER, null, false, "0 dBm", "Total power.");

  /** Flat noise over a band. */
  public static final ElementKind ASE_SOURCE =
      ElementKind.of(
          "ase-source",
          "Flat noise over a band.",
          false,
          List.of("out"),
          ASE_SOURCE_LOW,
          ASE_SOURCE_HIGH,
          ASE_SOURCE_POWER);

  /** Pulses per second. */
  public static final ElementParameter<Frequency> PULSED_SOURCE_RATE =
      new ElementParameter<>(
          "rate", ValueType.FREQUENCY, null, false, "1 GHz", "Pulses per second.");

  /** Mean photons in a signal pulse where it leaves. */
  public static final ElementParameter<Double> PULSED_SOURCE_MEAN_PHOTON_NUMBER =
      new ElementParameter<>(
          "mean-photon-number",
          ElementTypes.NUMBER,
          ElementTypes.NUMBER.parse("0.5"),
          false,
          "0.48",
          "Mean photons in a signal pulse where it leaves.");

  /** Spectral width. */
  public static final ElementParameter<FrequencyOffset> PULSED_SOURCE_WIDTH =
      new ElementParameter<>(
          "width",
          ValueType.FREQUENCY_OFFSET,
          ValueType.FREQUENCY_OFFSET.parse("1 GHz"),
          false,
          "1 GHz",
          "Spectral width.");

  /** Extinction ratio of the intensity modulator: what a vacuum pulse holds. */
  public static final ElementParameter<Attenuation> PULSED_SOURCE_EXTINCTION =
      new ElementParameter<>(
          "extinction",
          ValueType.ATTENUATION,
          ValueType.ATTENUATION.parse("30 dB"),
          false,
          "30 dB",
          "Extinction ratio of the intensity modulator: what a vacuum pulse holds.");

  /** Phase-randomized weak coherent pulses: the transmitter of a BB84 or MDI link. */
  public static final ElementKind PULSED_SOURCE =
      ElementKind.of(
          "pulsed-source",
          "Phase-randomized weak coherent pulses: the transmitter of a BB84 or MDI link.",
          false,
          List.of("out"),
          FREQUENCY,
          PULSED_SOURCE_RATE,
          PULSED_SOURCE_MEAN_PHOTON_NUMBER,
          PULSED_SOURCE_WIDTH,
          PULSED_SOURCE_EXTINCTION);

  /** Symbols per second. */
  public static final ElementParameter<Frequency> GAUSSIAN_SOURCE_RATE =
      new ElementParameter<>(
          "rate", ValueType.FREQUENCY, null, false, "100 MHz", "Symbols per second.");

  /** Modulation variance V_A in shot-noise units where it leaves. */
  public static final ElementParameter<Double> GAUSSIAN_SOURCE_VARIANCE =
      new ElementParameter<>(
          "variance",
          ElementTypes.NUMBER,
          ElementTypes.NUMBER.parse("4"),
          false,
          "4",
          "Modulation variance V_A in shot-noise units where it leaves.");

  /** Gaussian modulated coherent states: the transmitter of a CV-QKD link. */
  public static final ElementKind GAUSSIAN_SOURCE =
      ElementKind.of(
          "gaussian-source",
          "Gaussian modulated coherent states: the transmitter of a CV-QKD link.",
          false,
          List.of("out"),
          FREQUENCY,
          GAUSSIAN_SOURCE_RATE,
          GAUSSIAN_SOURCE_VARIANCE);

  /** Frequency of the signal photons. */
  public static final ElementParameter<Frequency> PAIR_SOURCE_SIGNAL_FREQUENCY =
      new ElementParameter<>(
          "signal-frequency",
          ValueType.FREQUENCY,
          null,
          false,
          "194.1 THz",
          "Frequency of the signal photons.");

  /** Frequency of the idler photons. */
  public static final ElementParameter<Frequency> PAIR_SOURCE_IDLER_FREQUENCY =
      new ElementParameter<>(
          "idler-frequency",
          ValueType.FREQUENCY,
          null,
          false,
          "192.1 THz",
          "Frequency of the idler photons.");

  /** Pairs per second where they leave. */
  public static final ElementParameter<CountRate> PAIR_SOURCE_PAIR_RATE =
      new ElementParameter<>(
          "pair-rate",
          ValueType.COUNT_RATE,
          null,
          false,
          "1 Mcps",
          "Pairs per second where they leave.");

  /** Spectral width of either. */
  public static final ElementParameter<FrequencyOffset> PAIR_SOURCE_WIDTH =
      new ElementParameter<>(
          "width",
          ValueType.FREQUENCY_OFFSET,
          ValueType.FREQUENCY_OFFSET.parse("100 GHz"),
          false,
          "100 GHz",
          "Spectral width of either.");

  /** Visibility of the pair state. */
  public static final ElementParameter<Ratio> PAIR_SOURCE_VISIBILITY =
      new ElementParameter<>(
          "visibility",
          ValueType.RATIO,
          ValueType.RATIO.parse("98 %"),
          false,
          "98 %",
          "Visibility of the pair state.");

  /** Entangled photon pairs. */
  public static final ElementKind PAIR_SOURCE =
      ElementKind.of(
          "pair-source",
          "Entangled photon pairs.",
          false,
          List.of("signal", "idler"),
          PAIR_SOURCE_SIGNAL_FREQUENCY,
          PAIR_SOURCE_IDLER_FREQUENCY,
          PAIR_SOURCE_PAIR_RATE,
          PAIR_SOURCE_WIDTH,
          PAIR_SOURCE_VISIBILITY);

  private SourceElements() {}
}
