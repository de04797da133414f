package org.optihal.emulators.laser;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.error.HalException;
import org.optihal.hal.point.ValueType;
import org.optihal.hal.spi.OptionDeclaration;
import org.optihal.protocols.itla.AeaString;
import org.optihal.protocols.itla.BaudCode;
import org.optihal.protocols.itla.ItlaRegister;

/**
 * What kind of ITLA module is emulated. Where no public source tells a value, the default is an
 * assumption; docs/emulators.md lists them.
 *
 * @param fine whether it follows 01.3 with its registers 0x63 to 0x6B, else 01.2
 * @param purePhotonics whether it has the low-noise mode and accepts any first channel frequency
 * @param texts what it says of itself, by register
 * @param range what it can be tuned to
 * @param times how long things take
 * @param baud speed of its line after power-up, 0 for a line where bytes take no time
 * @param dtrWiring what the board does with DTR
 */
record ItlaProfile(
    boolean fine,
    boolean purePhotonics,
    Texts texts,
    Range range,
    Times times,
    int baud,
    DtrWiring dtrWiring) {

  /** What a board makes of a low DTR. */
  enum DtrWiring {
    NONE,
    /** Holds the pin DIS*: dark, and dark until enabled again. */
    DISABLE,
    /** Holds the pin RST*: the module restarts when DTR rises. */
    RESET
  }

  record Texts(
      String deviceType,
      String manufacturer,
      String model,
      String serialNumber,
      String manufacturingDate,
      String release,
      String backwards) {
    /** The text of a register, null where it holds none. */
    @Nullable String of(ItlaRegister register) {
      return switch (register) {
        case DEV_TYP -> deviceType;
        case MFGR -> manufacturer;
        case MODEL -> model;
        case SER_NO -> serialNumber;
        case MFG_DATE -> manufacturingDate;
        case RELEASE -> release;
        case REL_BACK -> backwards;
        default -> null;
      };
    }

    /** The same make with another serial number and, unless empty, another model. */
    Texts other(String otherSerial, String otherModel) {
      return new Texts(
          deviceType,
          manufacturer,
          otherModel.isEmpty() ? model : otherModel,
          otherSerial,
          manufacturingDate,
          release,
          backwards);
    }
  }

  /**
   * Limits and power-up settings, in MHz and dBm.
   *
   * @param fineTune reach of the fine tuning to either side
   */
  record Range(
      long lowest, long highest, long gridStep, long fineTune, double minPower, double maxPower) {}

  /**
   * How long things take.
   *
   * @param reset mute after a module reset
   * @param boot not ready after a module reset, the mute time included
   * @param enable pending after output enable
   * @param tune pending and dark after a change of channel
   * @param fineTune pending after a fine tuning
   * @param dark until the last light is gone after the output went off
   */
  record Times(
      Duration reset,
      Duration boot,
      Duration enable,
      Duration tune,
      Duration fineTune,
      Duration dark) {}

  static final OptionDeclaration<String> VERSION =
      new OptionDeclaration<>(
          "version", ValueType.TEXT, "1.3", "MSA the emulated module follows: 1.2 or 1.3");
  static final OptionDeclaration<String> PROFILE =
      new OptionDeclaration<>(
          "profile", ValueType.TEXT, "msa", "kind of emulated module: msa or pure-photonics");
  static final OptionDeclaration<String> SERIAL_NUMBER =
      new OptionDeclaration<>(
          "serial-number", ValueType.TEXT, "", "serial number it reports, else one from its id");
  static final OptionDeclaration<Long> BAUD =
      new OptionDeclaration<>(
          "baud", ValueType.COUNT, 9600L, "line speed after power-up, 0 for no pacing at all");
  static final OptionDeclaration<DtrWiring> DTR_WIRING =
      new OptionDeclaration<>(
          "dtr-wiring",
          ValueType.choice(DtrWiring.class),
          DtrWiring.NONE,
          "what a low DTR does on the emulated board");
  static final OptionDeclaration<Duration> ENABLE_TIME =
      time("enable-time", 3_000, "pending after output enable");
  static final OptionDeclaration<Duration> TUNE_TIME =
      time("tune-time", 1_200, "pending and dark after a change of channel");
  static final OptionDeclaration<Duration> BOOT_TIME =
      time("boot-time", 2_000, "not ready after a module reset");

  static final List<OptionDeclaration<?>> OPTIONS =
      List.of(VERSION, PROFILE, SERIAL_NUMBER, BAUD, DTR_WIRING, ENABLE_TIME, TUNE_TIME, BOOT_TIME);

  private static OptionDeclaration<Duration> time(String name, long millis, String sentence) {
    return new OptionDeclaration<>(name, ValueType.DURATION, Duration.ofMillis(millis), sentence);
  }

  /** The module that a bench entry asks for. */
  static ItlaProfile of(DeviceEntry entry) {
    Map<String, String> options = entry.emulator();
    boolean fine = oneOf(VERSION.name(), VERSION.from(options), "1.2", "1.3").equals("1.3");
    boolean pure =
        oneOf(PROFILE.name(), PROFILE.from(options), "msa", "pure-photonics")
            .equals("pure-photonics");
    String serial = SERIAL_NUMBER.from(options);
    if (!serial.chars().allMatch(c -> c >= ' ' && c <= '~')
        || serial.length() >= AeaString.MAX_BYTES) {
      throw HalException.configuration("option serial-number: not printable ASCII")
          .advise("write at most 79 characters from space to ~");
    }
    long baud = BAUD.from(options);
    if (baud != 0 && BaudCode.ofBaud((int) Math.min(baud, Integer.MAX_VALUE)) == null) {
      throw HalException.configuration("option baud: ITLA has no line speed " + baud)
          .advise("write 0, 9600, 19200, 38400, 57600 or 115200");
    }
    Texts texts =
        new Texts(
            "CW ITLA",
            pure ? "Pure Photonics (emulated)" : "OptiHAL",
            pure ? "PPCL-EMU" : "ITLA-EMU-" + (fine ? "13" : "12"),
            serial.isEmpty() ? "EMU-" + entry.id() : serial,
            "20-NOV-2026",
            fine ? "OIF-ITLA-MSA-01.3" : "OIF-ITLA-MSA-01.2",
            "1.0");
    Range range = new Range(191_500_000, 196_250_000, fine ? 1 : 100, 6_000, 6.0, 13.5);
    Times times =
        new Times(
            Duration.ofMillis(200),
            BOOT_TIME.from(options),
            ENABLE_TIME.from(options),
            TUNE_TIME.from(options),
            Duration.ofMillis(500),
            Duration.ofMillis(5));
    return new ItlaProfile(fine, pure, texts, range, times, (int) baud, DTR_WIRING.from(options));
  }

  private static String oneOf(String option, String text, String... words) {
    if (!List.of(words).contains(text)) {
      throw HalException.configuration("option " + option + ": '" + text + "' is not known")
          .advise("write one of: " + String.join(" ", words));
    }
    return text;
  }
}
