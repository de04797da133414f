package org.optihal.emulators.laser;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.optihal.emulators.fault.FaultKind;
import org.optihal.emulators.fault.FaultStep;
import org.optihal.hal.error.HalException;
import org.optihal.hal.point.ValueType;
import org.optihal.hal.quantity.Decibel;
import org.optihal.hal.quantity.FrequencyOffset;
import org.optihal.hal.quantity.Ratio;
import org.optihal.hal.quantity.Temperature;
import org.optihal.hal.spi.OptionDeclaration;
import org.optihal.protocols.itla.AeaString;
import org.optihal.protocols.itla.ItlaError;

/** What can go wrong in an ITLA module. */
final class ItlaFaults {
  /** What can stick. */
  enum Monitor {
    POWER,
    FREQUENCY,
    TEMPERATURE
  }

  static final OptionDeclaration<Duration> FOR =
      new OptionDeclaration<>("for", ValueType.DURATION, Duration.ofSeconds(1), "how long");
  static final OptionDeclaration<ItlaError> CODE =
      new OptionDeclaration<>(
          "code", ValueType.choice(ItlaError.class), ItlaError.EXF, "what NOP then tells");
  static final OptionDeclaration<Long> COUNT =
      new OptionDeclaration<>("count", ValueType.COUNT, 1L, "how many commands");
  static final OptionDeclaration<String> SERIAL =
      new OptionDeclaration<>("serial", ValueType.TEXT, "OTHER", "the other serial number");
  static final OptionDeclaration<String> MODEL =
      new OptionDeclaration<>("model", ValueType.TEXT, "", "the other model, empty for the same");
  static final OptionDeclaration<Duration> OVER =
      new OptionDeclaration<>("over", ValueType.DURATION, Duration.ZERO, "how long it takes");
  static final OptionDeclaration<Decibel> POWER =
      new OptionDeclaration<>("by", ValueType.DECIBEL, new Decibel(-2), "change against set point");
  static final OptionDeclaration<FrequencyOffset> FREQUENCY =
      new OptionDeclaration<>(
          "by",
          ValueType.FREQUENCY_OFFSET,
          new FrequencyOffset(20_000_000_000L),
          "change against the channel");
  static final OptionDeclaration<Temperature> HEAT =
      new OptionDeclaration<>(
          "by", ValueType.TEMPERATURE, new Temperature(10), "change of diode and case");
  static final OptionDeclaration<Ratio> AGE =
      new OptionDeclaration<>("to", ValueType.RATIO, new Ratio(0.9), "share of a life");
  static final OptionDeclaration<Monitor> SENSOR =
      new OptionDeclaration<>(
          "sensor", ValueType.choice(Monitor.class), Monitor.POWER, "which one");

  static final FaultKind BUSY =
      new FaultKind("busy", List.of(FOR), "something is pending, so tuning is refused with CIP");
  static final FaultKind ERROR =
      new FaultKind("error", List.of(CODE, COUNT), "the next commands are refused");
  static final FaultKind REBOOT =
      new FaultKind("reboot", List.of(), "the module restarts by itself");
  static final FaultKind IDENTITY =
      new FaultKind("identity", List.of(SERIAL, MODEL), "another module answers");
  static final FaultKind POWER_DRIFT =
      new FaultKind("power-drift", List.of(POWER, OVER), "the light leaves its set point");
  static final FaultKind FREQUENCY_DRIFT =
      new FaultKind("frequency-drift", List.of(FREQUENCY, OVER), "the light leaves its channel");
  static final FaultKind OVERHEAT =
      new FaultKind("overheat", List.of(HEAT, OVER), "the temperature leaves its set point");
  static final FaultKind AGING =
      new FaultKind("aging", List.of(AGE, OVER), "the diode needs more current");
  static final FaultKind STUCK =
      new FaultKind("stuck", List.of(SENSOR), "a sensor shows the same for ever");

  static final List<FaultKind> ALL =
      List.of(BUSY, ERROR, REBOOT, IDENTITY, POWER_DRIFT, FREQUENCY_DRIFT, OVERHEAT, AGING, STUCK);

  private static final double MAX_DECIBEL = 60;
  private static final long MAX_HERTZ = 10_000_000_000_000L;
  private static final double MAX_CELSIUS = 200;

  private ItlaFaults() {}

  /** Keeps what faults do to the laser within what its formulas can bear. */
  static void check(FaultStep step) {
    Map<String, String> p = step.parameters();
    boolean bearable =
        switch (step.fault()) {
          case "power-drift" -> StrictMath.abs(POWER.from(p).db()) <= MAX_DECIBEL;
          case "frequency-drift" -> Math.abs(FREQUENCY.from(p).hertz()) <= MAX_HERTZ;
          case "overheat" -> StrictMath.abs(HEAT.from(p).celsius()) <= MAX_CELSIUS;
          case "aging" -> AGE.from(p).value() >= 0 && AGE.from(p).value() <= 1;
          case "identity" -> isText(SERIAL.from(p)) && isText(MODEL.from(p));
          default -> true;
        };
    if (!bearable) {
      throw HalException.configuration(step.fault() + ": no module shows that")
          .advise("at most 60 dB, 10 THz, 200 degC, 0 to 100 %, texts of 79 printable characters");
    }
  }

  private static boolean isText(String text) {
    return text.length() < AeaString.MAX_BYTES && text.chars().allMatch(c -> c > ' ' && c <= '~');
  }
}
