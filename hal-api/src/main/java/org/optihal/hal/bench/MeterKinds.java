package org.optihal.hal.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.optihal.hal.bench.ElementTypes.Band;
import org.optihal.hal.point.ValueType;
import org.optihal.hal.quantity.Frequency;
import org.optihal.hal.quantity.FrequencyOffset;
import org.optihal.hal.quantity.Picos;
import org.optihal.hal.quantity.Ratio;

/**
 * What an experiment measures: what a bench would report. Kinds are declared as those of elements,
 * without ports.
 */
public final class MeterKinds {

  /** Device or element whose light is the signal. */
  public static final ElementParameter<String> SOURCE =
      new ElementParameter<>(
          "source",
          ValueType.TEXT,
          null,
          false,
          "alice",
          "Device or element whose light is the signal.");

  /** Detector elements, separated by commas. */
  public static final ElementParameter<String> DETECTORS =
      new ElementParameter<>(
          "detectors",
          ValueType.TEXT,
          null,
          false,
          "spad-0, spad-1",
          "Detector elements, separated by commas.");

  /** Error correction efficiency. */
  public static final ElementParameter<Double> EC_EFFICIENCY =
      new ElementParameter<>(
          "ec-efficiency",
          ElementTypes.NUMBER,
          ElementTypes.NUMBER.parse("1.16"),
          false,
          "1.16",
          "Error correction efficiency.");

  /** Optical error probability. */
  public static final ElementParameter<Ratio> MISALIGNMENT =
      new ElementParameter<>(
          "misalignment",
          ValueType.RATIO,
          ValueType.RATIO.parse("1 %"),
          false,
          "1 %",
          "Optical error probability.");

  /** Pulses or symbols per second. */
  public static final ElementParameter<Frequency> RATE =
      new ElementParameter<>(
          "rate", ValueType.FREQUENCY, null, false, "1 GHz", "Pulses or symbols per second.");

  /** Port where it looks. */
  public static final ElementParameter<String> AT =
      new ElementParameter<>("at", ValueType.TEXT, null, false, "bob/in", "Port where it looks.");

  /** Pulses of a block, for a finite key; without it the key rate is asymptotic. */
  public static final ElementParameter<Double> BLOCK =
      new ElementParameter<>(
          "block",
          ElementTypes.NUMBER,
          null,
          true,
          "1e9",
          "Pulses of a block, for a finite key; without it the key rate is asymptotic.");

  /** Failure probability of a finite key. */
  public static final ElementParameter<Double> SECURITY =
      new ElementParameter<>(
          "security",
          ElementTypes.NUMBER,
          ElementTypes.NUMBER.parse("1e-9"),
          false,
          "1e-9",
          "Failure probability of a finite key.");

  /** Failure probability of error correction. */
  public static final ElementParameter<Double> CORRECTNESS =
      new ElementParameter<>(
          "correctness",
          ElementTypes.NUMBER,
          ElementTypes.NUMBER.parse("1e-15"),
          false,
          "1e-15",
          "Failure probability of error correction.");

  /** Time around a pulse in which clicks count. */
  public static final ElementParameter<Picos> GATE =
      new ElementParameter<>(
          "gate",
          ValueType.PICOS,
          null,
          true,
          "1000 ps",
          "Time around a pulse in which clicks count; without it the detector's gate, or the whole"
              + " period where it runs free.");

  /** Mean photons of a signal pulse where it enters the channel. */
  public static final ElementParameter<Double> DECOY_BB84_MEAN_PHOTON_NUMBER =
      new ElementParameter<>(
          "mean-photon-number",
          ElementTypes.NUMBER,
          ElementTypes.NUMBER.parse("0.5"),
          false,
          "0.48",
          "Mean photons of a signal pulse where it enters the channel.");

  /** Mean photons of a decoy pulse. */
  public static final ElementParameter<Double> DECOY_BB84_DECOY =
      new ElementParameter<>(
          "decoy",
          ElementTypes.NUMBER,
          ElementTypes.NUMBER.parse("0.1"),
          false,
          "0.1",
          "Mean photons of a decoy pulse.");

  /** Mean photons of a vacuum pulse. */
  public static final ElementParameter<Double> DECOY_BB84_VACUUM =
      new ElementParameter<>(
          "vacuum",
          ElementTypes.NUMBER,
          ElementTypes.NUMBER.parse("0"),
          false,
          "0.0005",
          "Mean photons of a vacuum pulse.");

  /** How often signal, decoy and vacuum are sent. */
  public static final ElementParameter<List<Double>> DECOY_BB84_PROBABILITIES =
      new ElementParameter<>(
          "probabilities",
          ElementTypes.NUMBERS,
          ElementTypes.NUMBERS.parse("0.9, 0.05, 0.05"),
          false,
          "0.9, 0.05, 0.05",
          "How often signal, decoy and vacuum are sent.");

  /** How often the key basis is chosen. */
  public static final ElementParameter<Double> DECOY_BB84_BASIS =
      new ElementParameter<>(
          "basis",
          ElementTypes.NUMBER,
          ElementTypes.NUMBER.parse("0.9"),
          false,
          "0.9",
          "How often the key basis is chosen.");

  /** How bits are carried; the polarization of the fibre matters to one of them. */
  public static final ElementParameter<Encoding> DECOY_BB84_ENCODING =
      new ElementParameter<>(
          "encoding",
          ValueType.choice(Encoding.class),
          ValueType.choice(Encoding.class).parse("time-bin"),
          false,
          "time-bin",
          "How bits are carried; the polarization of the fibre matters to one of them.");

  /** Decoy-state BB84: gain, QBER and key rate. */
  public static final ElementKind DECOY_BB84 =
      ElementKind.of(
          "decoy-bb84",
          "Decoy-state BB84: gain, QBER and key rate.",
          false,
          List.of(),
          SOURCE,
          DETECTORS,
          RATE,
          DECOY_BB84_MEAN_PHOTON_NUMBER,
          DECOY_BB84_DECOY,
          DECOY_BB84_VACUUM,
          DECOY_BB84_PROBABILITIES,
          DECOY_BB84_BASIS,
          MISALIGNMENT,
          EC_EFFICIENCY,
          BLOCK,
          SECURITY,
          CORRECTNESS,
          GATE,
          DECOY_BB84_ENCODING);

  /** Coherent receiver element. */
  public static final ElementParameter<String> GG02_RECEIVER =
      new ElementParameter<>(
          "receiver", ValueType.TEXT, null, false, "bob", "Coherent receiver element.");

  /** Modulation variance V_A in shot-noise units where it enters the channel. */
  public static final ElementParameter<Double> GG02_VARIANCE =
      new ElementParameter<>(
          "variance",
          ElementTypes.NUMBER,
          ElementTypes.NUMBER.parse("4"),
          false,
          "4",
          "Modulation variance V_A in shot-noise units where it enters the channel.");

  /** Reconciliation efficiency. */
  public static final ElementParameter<Double> GG02_RECONCILIATION =
      new ElementParameter<>(
          "reconciliation",
          ElementTypes.NUMBER,
          ElementTypes.NUMBER.parse("0.95"),
          false,
          "0.95",
          "Reconciliation efficiency.");

  /**
   * Excess noise of transmitter and receiver at the channel input, in shot-noise units; assumed.
   */
  public static final ElementParameter<Double> GG02_TECHNICAL_NOISE =
      new ElementParameter<>(
          "technical-noise",
          ElementTypes.NUMBER,
          ElementTypes.NUMBER.parse("0.005"),
          false,
          "0.005",
          "Excess noise of transmitter and receiver at the channel input, in shot-noise units; assumed.");

  /** Gaussian modulated CV-QKD: transmittance, excess noise and key rate. */
  public static final ElementKind GG02 =
      ElementKind.of(
          "gg02",
          "Gaussian modulated CV-QKD: transmittance, excess noise and key rate.",
          false,
          List.of(),
          SOURCE,
          GG02_RECEIVER,
          RATE,
          GG02_VARIANCE,
          GG02_RECONCILIATION,
          GG02_TECHNICAL_NOISE,
          BLOCK);

  /** The two transmitters. */
  public static final ElementParameter<String> MDI_SOURCES =
      new ElementParameter<>(
          "sources", ValueType.TEXT, null, false, "alice, bob", "The two transmitters.");

  /** Mean photons of a signal pulse where it enters the channel. */
  public static final ElementParameter<Double> MDI_MEAN_PHOTON_NUMBER =
      new ElementParameter<>(
          "mean-photon-number",
          ElementTypes.NUMBER,
          ElementTypes.NUMBER.parse("0.5"),
          false,
          "0.4",
          "Mean photons of a signal pulse where it enters the channel.");

  /** Overlap of the two pulses in time, spectrum and polarization. */
  public static final ElementParameter<Ratio> MDI_OVERLAP =
      new ElementParameter<>(
          "overlap",
          ValueType.RATIO,
          ValueType.RATIO.parse("98 %"),
          false,
          "98 %",
          "Overlap of the two pulses in time, spectrum and polarization.");

  /** Measurement-device-independent QKD with two transmitters and one station. */
  public static final ElementKind MDI =
      ElementKind.of(
          "mdi",
          "Measurement-device-independent QKD with two transmitters and one station.",
          false,
          List.of(),
          MDI_SOURCES,
          DETECTORS,
          RATE,
          MDI_MEAN_PHOTON_NUMBER,
          GATE,
          MDI_OVERLAP,
          MISALIGNMENT,
          EC_EFFICIENCY);

  /** Coincidence window. */
  public static final ElementParameter<Picos> ENTANGLEMENT_WINDOW =
      new ElementParameter<>(
          "window", ValueType.PICOS, null, false, "1000 ps", "Coincidence window.");

  /** Coincidences of an entangled pair source: CAR, visibility, CHSH and key rate. */
  public static final ElementKind ENTANGLEMENT =
      ElementKind.of(
          "entanglement",
          "Coincidences of an entangled pair source: CAR, visibility, CHSH and key rate.",
          false,
          List.of(),
          SOURCE,
          DETECTORS,
          ENTANGLEMENT_WINDOW,
          EC_EFFICIENCY);

  /** Only this band. */
  public static final ElementParameter<List<Band>> POWER_BAND =
      new ElementParameter<>(
          "band", ElementTypes.BANDS, null, true, "c 1530..1565 nm", "Only this band.");

  /** All light at a port. */
  public static final ElementKind POWER =
      ElementKind.of("power", "All light at a port.", false, List.of(), AT, POWER_BAND);

  /** Width of a slot. */
  public static final ElementParameter<FrequencyOffset> SPECTRUM_RESOLUTION =
      new ElementParameter<>(
          "resolution",
          ValueType.FREQUENCY_OFFSET,
          ValueType.FREQUENCY_OFFSET.parse("50 GHz"),
          false,
          "50 GHz",
          "Width of a slot.");

  /** Power per slot at a port, for the report. */
  public static final ElementKind SPECTRUM =
      ElementKind.of(
          "spectrum",
          "Power per slot at a port, for the report.",
          false,
          List.of(),
          AT,
          SPECTRUM_RESOLUTION);

  /** Loss between the output of a source and a port. */
  public static final ElementKind LOSS =
      ElementKind.of(
          "loss", "Loss between the output of a source and a port.", false, List.of(), SOURCE, AT);

  /** The band that is counted. */
  public static final ElementParameter<List<Band>> NOISE_BAND =
      new ElementParameter<>(
          "band",
          ElementTypes.BANDS,
          null,
          false,
          "quantum 1560.2..1561 nm",
          "The band that is counted.");

  /** Device or element whose light is no noise. */
  public static final ElementParameter<String> NOISE_SIGNAL =
      new ElementParameter<>(
          "signal",
          ValueType.TEXT,
          null,
          true,
          "alice",
          "Device or element whose light is no noise.");

  /** Noise photons per second at a port by cause, in a band. */
  public static final ElementKind NOISE =
      ElementKind.of(
          "noise",
          "Noise photons per second at a port by cause, in a band.",
          false,
          List.of(),
          AT,
          NOISE_BAND,
          NOISE_SIGNAL);

  /** Time for which both record. */
  public static final ElementParameter<Duration> DELAY_WINDOW =
      new ElementParameter<>(
          "window",
          ValueType.DURATION,
          ValueType.DURATION.parse("1 s"),
          false,
          "1 s",
          "Time for which both record.");

  /** Largest offset that is searched. */
  public static final ElementParameter<Duration> DELAY_RANGE =
      new ElementParameter<>(
          "range",
          ValueType.DURATION,
          ValueType.DURATION.parse("0.5 s"),
          false,
          "0.5 s",
          "Largest offset that is searched.");

  /**
   * Finds offset and drift between the clocks of two nodes from their detections of photon pairs.
   */
  public static final ElementKind DELAY =
      ElementKind.of(
          "delay",
          "Finds offset and drift between the clocks of two nodes from their detections of photon pairs.",
          false,
          List.of(),
          SOURCE,
          DETECTORS,
          DELAY_WINDOW,
          DELAY_RANGE);

  /** How bits are carried. */
  public enum Encoding {
    TIME_BIN,
    POLARIZATION
  }

  private static final Map<String, ElementKind> ALL = new java.util.LinkedHashMap<>();

  static {
    for (ElementKind kind :
        List.of(DECOY_BB84, GG02, MDI, ENTANGLEMENT, POWER, SPECTRUM, LOSS, NOISE, DELAY)) {
      ALL.put(kind.name(), kind);
    }
  }

  /** By name, in the order in which documents list them. */
  public static Map<String, ElementKind> all() {
    return java.util.Collections.unmodifiableMap(ALL);
  }

  private MeterKinds() {}
}
