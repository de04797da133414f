package org.optihal.hal.bench;

import java.time.Duration;
import java.util.List;
import org.optihal.hal.point.ValueType;
import org.optihal.hal.quantity.CountRate;
import org.optihal.hal.quantity.Frequency;
import org.optihal.hal.quantity.FrequencyOffset;
import org.optihal.hal.quantity.OpticalPower;
import org.optihal.hal.quantity.Picos;
import org.optihal.hal.quantity.Ratio;

/** Detectors and meters that no driver speaks to. */
public final class DetectorElements {

  /** More light damages it. */
  public static final ElementParameter<OpticalPower> MAX_INPUT =
      new ElementParameter<>(
          "max-input",
          ValueType.POWER,
          ValueType.POWER.parse("0 dBm"),
          false,
          "-40 dBm",
          "More light damages it.");

  /** Detection efficiency. */
  public static final ElementParameter<Ratio> EFFICIENCY =
      new ElementParameter<>(
          "efficiency", ValueType.RATIO, null, false, "20 %", "Detection efficiency.");

  /** Counts per second without light. */
  public static final ElementParameter<CountRate> DARK_RATE =
      new ElementParameter<>(
          "dark-rate",
          ValueType.COUNT_RATE,
          null,
          false,
          "500 cps",
          "Counts per second without light.");

  /** Clock element by which it tells time; without it true time. */
  public static final ElementParameter<String> CLOCK =
      new ElementParameter<>(
          "clock",
          ValueType.TEXT,
          null,
          true,
          "bob-clock",
          "Clock element by which it tells time; without it true time.");

  /** Hold-off after a count. */
  public static final ElementParameter<Duration> SPAD_DEAD_TIME =
      new ElementParameter<>(
          "dead-time",
          ValueType.DURATION,
          ValueType.DURATION.parse("10 µs"),
          false,
          "10 µs",
          "Hold-off after a count.");

  /** Time constant of the efficiency after the dead time. */
  public static final ElementParameter<Duration> SPAD_RECOVERY =
      new ElementParameter<>(
          "recovery",
          ValueType.DURATION,
          ValueType.DURATION.parse("0 s"),
          false,
          "50 ns",
          "Time constant of the efficiency after the dead time.");

  /** Gates per second; free running without it. */
  public static final ElementParameter<Frequency> SPAD_GATE_RATE =
      new ElementParameter<>(
          "gate-rate",
          ValueType.FREQUENCY,
          null,
          true,
          "1 GHz",
          "Gates per second; free running without it.");

  /** Width of a gate. */
  public static final ElementParameter<Picos> SPAD_GATE_WIDTH =
      new ElementParameter<>(
          "gate-width",
          ValueType.PICOS,
          ValueType.PICOS.parse("1000 ps"),
          false,
          "500 ps",
          "Width of a gate.");

  /** Probability of an after-pulse right after an avalanche, without hold-off. */
  public static final ElementParameter<Ratio> SPAD_AFTER_PULSING =
      new ElementParameter<>(
          "after-pulsing",
          ValueType.RATIO,
          ValueType.RATIO.parse("0 %"),
          false,
          "2 %",
          "Probability of an after-pulse right after an avalanche, without hold-off.");

  /** Lifetime of the traps. */
  public static final ElementParameter<Duration> SPAD_TRAP_LIFETIME =
      new ElementParameter<>(
          "trap-lifetime",
          ValueType.DURATION,
          ValueType.DURATION.parse("5 µs"),
          false,
          "5 µs",
          "Lifetime of the traps.");

  /** Longest lifetime of a band of traps that begins at the shortest; without it there is one. */
  public static final ElementParameter<Duration> SPAD_LONGEST_TRAP_LIFETIME =
      new ElementParameter<>(
          "longest-trap-lifetime",
          ValueType.DURATION,
          null,
          true,
          "50 µs",
          "Longest lifetime, for a band of traps from trap-lifetime on; without it there is one.");

  /** Probability that a count sends a photon back into the fibre. */
  public static final ElementParameter<Ratio> SPAD_BACKFLASH =
      new ElementParameter<>(
          "backflash",
          ValueType.RATIO,
          ValueType.RATIO.parse("0 %"),
          false,
          "0.5 %",
          "Probability that a count sends a photon back into the fibre.");

  /** Full width at half maximum. */
  public static final ElementParameter<Picos> SPAD_JITTER =
      new ElementParameter<>(
          "jitter",
          ValueType.PICOS,
          ValueType.PICOS.parse("150 ps"),
          false,
          "150 ps",
          "Full width at half maximum.");

  /** Light above which it sees no single photons; assumed. */
  public static final ElementParameter<OpticalPower> SPAD_BLINDING =
      new ElementParameter<>(
          "blinding",
          ValueType.POWER,
          ValueType.POWER.parse("-10 dBm"),
          false,
          "-10 dBm",
          "Light above which it sees no single photons; assumed.");

  /** A single-photon avalanche diode, free running or gated. */
  public static final ElementKind SPAD =
      ElementKind.of(
          "spad",
          "A single-photon avalanche diode, free running or gated.",
          false,
          List.of("in"),
          EFFICIENCY,
          DARK_RATE,
          SPAD_DEAD_TIME,
          SPAD_RECOVERY,
          SPAD_GATE_RATE,
          SPAD_GATE_WIDTH,
          SPAD_AFTER_PULSING,
          SPAD_TRAP_LIFETIME,
          SPAD_LONGEST_TRAP_LIFETIME,
          SPAD_BACKFLASH,
          SPAD_JITTER,
          SPAD_BLINDING,
          MAX_INPUT,
          CLOCK);

  /** Reset time. */
  public static final ElementParameter<Duration> SNSPD_DEAD_TIME =
      new ElementParameter<>(
          "dead-time",
          ValueType.DURATION,
          ValueType.DURATION.parse("50 ns"),
          false,
          "50 ns",
          "Reset time.");

  /** Full width at half maximum. */
  public static final ElementParameter<Picos> SNSPD_JITTER =
      new ElementParameter<>(
          "jitter",
          ValueType.PICOS,
          ValueType.PICOS.parse("50 ps"),
          false,
          "50 ps",
          "Full width at half maximum.");

  /** Light above which it sees no single photons; its bias comes back with the dark; assumed. */
  public static final ElementParameter<OpticalPower> SNSPD_BLINDING =
      new ElementParameter<>(
          "blinding",
          ValueType.POWER,
          ValueType.POWER.parse("-20 dBm"),
          false,
          "-20 dBm",
          "Light above which it sees no single photons; its bias comes back with the dark; assumed.");

  /** A superconducting nanowire detector. */
  public static final ElementKind SNSPD =
      ElementKind.of(
          "snspd",
          "A superconducting nanowire detector.",
          false,
          List.of("in"),
          EFFICIENCY,
          DARK_RATE,
          SNSPD_DEAD_TIME,
          SNSPD_JITTER,
          SNSPD_BLINDING,
          MAX_INPUT,
          CLOCK);

  /** Electronic noise in shot-noise units at the full local oscillator. */
  public static final ElementParameter<Double> COHERENT_RECEIVER_ELECTRONIC_NOISE =
      new ElementParameter<>(
          "electronic-noise",
          ElementTypes.NUMBER,
          ElementTypes.NUMBER.parse("0.01"),
          false,
          "0.01",
          "Electronic noise in shot-noise units at the full local oscillator.");

  /** Which quadratures it sees. */
  public static final ElementParameter<Detection> COHERENT_RECEIVER_DETECTION =
      new ElementParameter<>(
          "detection",
          ValueType.choice(Detection.class),
          ValueType.choice(Detection.class).parse("heterodyne"),
          false,
          "homodyne",
          "Which quadratures it sees.");

  /**
   * Local oscillator power that gives the stated electronic noise; with nothing at its port it has
   * its own.
   */
  public static final ElementParameter<OpticalPower> COHERENT_RECEIVER_LOCAL_POWER =
      new ElementParameter<>(
          "local-power",
          ValueType.POWER,
          ValueType.POWER.parse("10 dBm"),
          false,
          "10 dBm",
          "Local oscillator power that gives the stated electronic noise; with nothing at its port it has its own.");

  /** More light damages it. */
  public static final ElementParameter<OpticalPower> COHERENT_RECEIVER_MAX_INPUT =
      new ElementParameter<>(
          "max-input",
          ValueType.POWER,
          ValueType.POWER.parse("10 dBm"),
          false,
          "10 dBm",
          "More light damages it.");

  /** A balanced receiver of CV-QKD with its local oscillator. */
  public static final ElementKind COHERENT_RECEIVER =
      ElementKind.of(
          "coherent-receiver",
          "A balanced receiver of CV-QKD with its local oscillator.",
          false,
          List.of("in", "lo"),
          EFFICIENCY,
          COHERENT_RECEIVER_ELECTRONIC_NOISE,
          COHERENT_RECEIVER_DETECTION,
          COHERENT_RECEIVER_LOCAL_POWER,
          COHERENT_RECEIVER_MAX_INPUT);

  /** Reading in the dark. */
  public static final ElementParameter<OpticalPower> POWER_MONITOR_FLOOR =
      new ElementParameter<>(
          "floor",
          ValueType.POWER,
          ValueType.POWER.parse("-70 dBm"),
          false,
          "-70 dBm",
          "Reading in the dark.");

  /** More light damages it. */
  public static final ElementParameter<OpticalPower> POWER_MONITOR_MAX_INPUT =
      new ElementParameter<>(
          "max-input",
          ValueType.POWER,
          ValueType.POWER.parse("20 dBm"),
          false,
          "20 dBm",
          "More light damages it.");

  /** A photodiode that measures all light. */
  public static final ElementKind POWER_MONITOR =
      ElementKind.of(
          "power-monitor",
          "A photodiode that measures all light.",
          false,
          List.of("in"),
          POWER_MONITOR_FLOOR,
          POWER_MONITOR_MAX_INPUT);

  /** Width of a slot. */
  public static final ElementParameter<FrequencyOffset> CHANNEL_MONITOR_RESOLUTION =
      new ElementParameter<>(
          "resolution",
          ValueType.FREQUENCY_OFFSET,
          ValueType.FREQUENCY_OFFSET.parse("12.5 GHz"),
          false,
          "12.5 GHz",
          "Width of a slot.");

  /** Reading in the dark. */
  public static final ElementParameter<OpticalPower> CHANNEL_MONITOR_FLOOR =
      new ElementParameter<>(
          "floor",
          ValueType.POWER,
          ValueType.POWER.parse("-60 dBm"),
          false,
          "-60 dBm",
          "Reading in the dark.");

  /** More light damages it. */
  public static final ElementParameter<OpticalPower> CHANNEL_MONITOR_MAX_INPUT =
      new ElementParameter<>(
          "max-input",
          ValueType.POWER,
          ValueType.POWER.parse("20 dBm"),
          false,
          "20 dBm",
          "More light damages it.");

  /** Measures the power in each slot of a grid. */
  public static final ElementKind CHANNEL_MONITOR =
      ElementKind.of(
          "channel-monitor",
          "Measures the power in each slot of a grid.",
          false,
          List.of("in"),
          CHANNEL_MONITOR_RESOLUTION,
          CHANNEL_MONITOR_FLOOR,
          CHANNEL_MONITOR_MAX_INPUT);

  /** Its time less true time at the start. */
  public static final ElementParameter<Duration> NODE_CLOCK_OFFSET =
      new ElementParameter<>(
          "offset",
          ValueType.DURATION,
          ValueType.DURATION.parse("0 s"),
          false,
          "12 ms",
          "Its time less true time at the start.");

  /** Its rate less one. */
  public static final ElementParameter<Double> NODE_CLOCK_DRIFT =
      new ElementParameter<>(
          "drift",
          ElementTypes.NUMBER,
          ElementTypes.NUMBER.parse("0"),
          false,
          "1e-6",
          "Its rate less one.");

  /** Root mean square of the change of its rate in one hour. */
  public static final ElementParameter<Double> NODE_CLOCK_WANDER =
      new ElementParameter<>(
          "wander",
          ElementTypes.NUMBER,
          ElementTypes.NUMBER.parse("0"),
          false,
          "1e-9",
          "Root mean square of the change of its rate in one hour.");

  /** The clock of a node. */
  public static final ElementKind NODE_CLOCK =
      ElementKind.of(
          "clock",
          "The clock of a node.",
          "none",
          e -> List.of(),
          NODE_CLOCK_OFFSET,
          NODE_CLOCK_DRIFT,
          NODE_CLOCK_WANDER);

  /** Which quadratures a coherent receiver sees. */
  public enum Detection {
    HOMODYNE,
    HETERODYNE
  }

  private DetectorElements() {}
}
