package org.optihal.drivers.laser;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.optihal.drivers.device.Effect;
import org.optihal.drivers.port.Priority;
import org.optihal.hal.operation.Milestone;
import org.optihal.hal.point.Address;
import org.optihal.hal.point.Applied;
import org.optihal.hal.point.Capability;
import org.optihal.hal.point.Capability.Origin;
import org.optihal.hal.point.Point;
import org.optihal.hal.point.Quality;
import org.optihal.hal.point.Reading;
import org.optihal.hal.point.Source;
import org.optihal.hal.point.ValueType;
import org.optihal.hal.quantity.Decibel;
import org.optihal.hal.quantity.FrequencyOffset;
import org.optihal.hal.quantity.Ratio;
import org.optihal.hal.quantity.Temperature;
import org.optihal.hal.spi.ControlPoint;
import org.optihal.hal.spi.SensorPoint;
import org.optihal.protocols.itla.DitherEnable;
import org.optihal.protocols.itla.ItlaRegister;
import org.optihal.protocols.itla.Mcb;
import org.optihal.protocols.itla.StatusBit;
import org.optihal.protocols.itla.TriggerMask;

/**
 * The points of an ITLA module beyond light and frequency: monitors, dither, alarm thresholds and
 * masks. A table.
 */
final class ItlaExtras {
  private static final int AMPLITUDE_LIMIT = 1_000;
  private static final int WORD_LIMIT = 0xFFFF;

  private final ItlaDevice device;
  private final Function<String, Address> at;
  private final List<Point> points = new ArrayList<>();

  private ItlaExtras(ItlaDevice device, Function<String, Address> at) {
    this.device = device;
    this.at = at;
  }

  static List<Point> points(ItlaDevice device, Function<String, Address> at) {
    ItlaExtras e = new ItlaExtras(device, at);
    e.monitors();
    e.dither();
    e.thresholds();
    e.masks();
    return e.points;
  }

  private void monitors() {
    sensor(
        "temperature",
        ValueType.TEMPERATURE,
        "Temperature that the thermal alarms watch.",
        word(ItlaRegister.C_TEMP),
        ItlaScale::temperature);
    sensor(
        "diodeTemperature",
        ValueType.TEMPERATURE,
        "Temperature of the laser chip.",
        element(ItlaRegister.TEMPS, 0),
        ItlaScale::temperature);
    sensor(
        "caseTemperature",
        ValueType.TEMPERATURE,
        "Temperature of the module's case.",
        element(ItlaRegister.TEMPS, 1),
        ItlaScale::temperature);
    sensor(
        "coolerCurrent",
        ValueType.CURRENT,
        "Current of the thermoelectric cooler.",
        element(ItlaRegister.CURRENTS, 0),
        ItlaScale::current);
    sensor(
        "diodeCurrent",
        ValueType.CURRENT,
        "Current of the laser diode.",
        element(ItlaRegister.CURRENTS, 1),
        ItlaScale::current);
    sensor(
        "age",
        ValueType.RATIO,
        "Share of the laser's life used up.",
        word(ItlaRegister.AGE),
        ItlaScale::percent);
  }

  private void dither() {
    flag(
        "dither",
        ItlaRegister.DITHER_E,
        DitherEnable.of(true, DitherEnable.Waveform.SINE).word(),
        "Dither tone on the light, for stimulated Brillouin suppression.");
    control(
        "ditherRate",
        ValueType.FREQUENCY_OFFSET,
        "Frequency of the dither tone.",
        ItlaRegister.DITHER_R,
        v -> new FrequencyOffset(v * 1_000L),
        f -> (int) StrictMath.rint(f.hertz() / 1e3),
        new FrequencyOffset(0),
        new FrequencyOffset(WORD_LIMIT * 1_000L),
        "1 kHz");
    control(
        "ditherDeviation",
        ValueType.FREQUENCY_OFFSET,
        "Frequency deviation of the dither, peak to peak.",
        ItlaRegister.DITHER_F,
        ItlaScale::tenthsOfGigahertz,
        ItlaScale::tenthsOfGigahertz,
        FrequencyOffset.ZERO,
        FrequencyOffset.ofMegahertz(WORD_LIMIT * 100L),
        "100 MHz");
    control(
        "ditherAmplitude",
        ValueType.RATIO,
        "Amplitude of the dither, peak to peak.",
        ItlaRegister.DITHER_A,
        ItlaScale::tenthsOfPercent,
        r -> (int) StrictMath.rint(r.value() * 1_000),
        new Ratio(0),
        new Ratio(AMPLITUDE_LIMIT / 1_000.0),
        "0.1 %");
  }

  private void thresholds() {
    flag(
        "shutDownOnFatal",
        ItlaRegister.MCB,
        Mcb.SHUTDOWN_ON_FATAL,
        "Whether a fatal alarm makes the module stop emitting by itself.");
    flag(
        "alarmDuringTuning",
        ItlaRegister.MCB,
        Mcb.ALARM_DURING_TUNING,
        "Whether alarms stay active while the module tunes.");
    power(
        "fatalPowerDeviation",
        ItlaRegister.F_POW_TH,
        "Deviation from the power set point that is fatal.");
    power(
        "warnPowerDeviation",
        ItlaRegister.W_POW_TH,
        "Deviation from the power set point that warns.");
    frequency(
        "fatalFrequencyDeviation",
        ItlaRegister.F_FREQ_TH,
        "Deviation from the channel that is fatal.");
    frequency(
        "warnFrequencyDeviation", ItlaRegister.W_FREQ_TH, "Deviation from the channel that warns.");
    temperature(
        "fatalThermalDeviation",
        ItlaRegister.F_THERM_TH,
        0,
        655.35,
        "Thermal deviation that is fatal.");
    temperature(
        "warnThermalDeviation",
        ItlaRegister.W_THERM_TH,
        0,
        655.35,
        "Thermal deviation that warns.");
    temperature(
        "caseTemperatureLow",
        ItlaRegister.TBTFL,
        -327.68,
        327.67,
        "Case temperature below which the module warns.");
    temperature(
        "caseTemperatureHigh",
        ItlaRegister.TBTFH,
        -327.68,
        327.67,
        "Case temperature above which the module warns.");
  }

  private void masks() {
    mask("fatalMask", TriggerMask.FATAL, "What counts as fatal.");
    mask("alarmMask", TriggerMask.ALARM, "What raises the alarm.");
    mask("serviceRequestMask", TriggerMask.SRQ, "What asks the host for attention.");
  }

  /** One condition in a trigger mask: the fatal or the warning side of a cause, or a common one. */
  enum Trigger {
    FATAL_POWER(StatusBit.POWER_LATCHED.mask()),
    FATAL_THERMAL(StatusBit.THERMAL_LATCHED.mask()),
    FATAL_FREQUENCY(StatusBit.FREQUENCY_LATCHED.mask()),
    FATAL_VENDOR(StatusBit.VENDOR_LATCHED.mask()),
    COMMUNICATION_RESET(StatusBit.COMMUNICATION_RESET.mask()),
    MODULE_RESTARTED(StatusBit.MODULE_RESTARTED.mask()),
    COMMUNICATION_ERROR(StatusBit.COMMUNICATION_ERROR.mask()),
    EXECUTION_ERROR(StatusBit.EXECUTION_ERROR.mask()),
    WARN_POWER(StatusBit.POWER.mask()),
    WARN_THERMAL(StatusBit.THERMAL.mask()),
    WARN_FREQUENCY(StatusBit.FREQUENCY.mask()),
    WARN_VENDOR(StatusBit.VENDOR.mask()),
    DISABLED(StatusBit.DISABLED.mask());

    private final int bit;

    Trigger(int bit) {
      this.bit = bit;
    }
  }

  // ---- kinds of rows

  private static Function<ItlaTransaction, Integer> word(ItlaRegister register) {
    return t -> t.value(register);
  }

  /** One element of an array; the smallest integer stands for one that is not there. */
  private static Function<ItlaTransaction, Integer> element(ItlaRegister register, int index) {
    return t -> {
      int[] all = t.array(register, index + 1);
      return index < all.length ? all[index] : Integer.MIN_VALUE;
    };
  }

  private <T> void sensor(
      String name,
      ValueType<T> type,
      String sentence,
      Function<ItlaTransaction, Integer> source,
      Function<Integer, T> scale) {
    points.add(
        new SensorPoint<>(
            device,
            at.apply(name),
            type,
            sentence,
            () -> Capability.unbounded(Origin.ASSUMED),
            deadline -> {
              int raw = device.talk(Priority.COMMAND, Effect.READ, deadline, source);
              return raw == Integer.MIN_VALUE
                  ? Reading.none(device.clock(), Quality.ABSENT, "the module has no such sensor")
                  : Reading.good(device.clock(), scale.apply(raw), Source.MEASURED);
            }));
  }

  private <T extends Comparable<T>> void control(
      String name,
      ValueType<T> type,
      String sentence,
      ItlaRegister register,
      Function<Integer, T> scale,
      Function<T, Integer> raw,
      T min,
      T max,
      String step) {
    points.add(
        new ControlPoint<>(
            device,
            at.apply(name),
            type,
            sentence,
            () -> Capability.range(min, max, step, Origin.ASSUMED),
            Comparator.<T>naturalOrder(),
            deadline ->
                Reading.good(
                    device.clock(),
                    scale.apply(
                        device.talk(Priority.COMMAND, Effect.READ, deadline, word(register))),
                    Source.SETPOINT),
            (wanted, deadline, operation) -> {
              int value = raw.apply(wanted);
              ItlaSetting.write(device, register, value, deadline, operation);
              T programmed = scale.apply(value);
              operation.reached(
                  Milestone.SETTLED,
                  new Applied<>(
                      wanted,
                      programmed,
                      Reading.good(device.clock(), programmed, Source.SETPOINT)));
            }));
  }

  private void power(String name, ItlaRegister register, String sentence) {
    control(
        name,
        ValueType.DECIBEL,
        sentence,
        register,
        ItlaScale::decibel,
        d -> ItlaScale.hundredths(d.db()),
        new Decibel(0),
        new Decibel(WORD_LIMIT / 100.0),
        "0.01 dB");
  }

  private void frequency(String name, ItlaRegister register, String sentence) {
    control(
        name,
        ValueType.FREQUENCY_OFFSET,
        sentence,
        register,
        ItlaScale::tenthsOfGigahertz,
        ItlaScale::tenthsOfGigahertz,
        FrequencyOffset.ZERO,
        FrequencyOffset.ofMegahertz(WORD_LIMIT * 100L),
        "100 MHz");
  }

  private void temperature(
      String name, ItlaRegister register, double min, double max, String sentence) {
    control(
        name,
        ValueType.TEMPERATURE,
        sentence,
        register,
        ItlaScale::temperature,
        t -> ItlaScale.hundredths(t.celsius()),
        new Temperature(min),
        new Temperature(max),
        "0.01 °C");
  }

  /** A switch that is one or more bits of a word whose others stay as they are. */
  private void flag(String name, ItlaRegister register, int bits, String sentence) {
    points.add(
        new ControlPoint<>(
            device,
            at.apply(name),
            ValueType.BOOLEAN,
            sentence,
            () -> Capability.choices(List.of(true, false), Origin.DATA_SHEET),
            Comparator.<Boolean>naturalOrder(),
            deadline ->
                Reading.good(
                    device.clock(),
                    (device.talk(Priority.COMMAND, Effect.READ, deadline, word(register)) & bits)
                        == bits,
                    Source.SETPOINT),
            (on, deadline, operation) -> {
              device.talk(
                  Priority.COMMAND,
                  Effect.ABSOLUTE_SET,
                  deadline,
                  t -> { // in one session: another point may hold other bits of this word
                    int is = t.value(register);
                    t.set(register, on ? is | bits : is & ~bits);
                    return true;
                  });
              operation.reached(
                  Milestone.SETTLED,
                  new Applied<>(on, on, Reading.good(device.clock(), on, Source.SETPOINT)));
            }));
  }

  private void mask(String name, TriggerMask mask, String sentence) {
    List<Trigger> possible = new ArrayList<>();
    for (Trigger t : Trigger.values()) {
      if ((mask.settable() & t.bit) != 0) {
        possible.add(t);
      }
    }
    points.add(
        new ControlPoint<Set<Trigger>>(
            device,
            at.apply(name),
            ValueType.choices(Trigger.class),
            sentence,
            () -> Capability.unbounded(Origin.DATA_SHEET),
            Comparator.comparing(Set::size), // sets have no bounds: never asked
            deadline ->
                Reading.good(
                    device.clock(),
                    triggers(
                        device.talk(
                            Priority.COMMAND, Effect.READ, deadline, word(mask.register()))),
                    Source.SETPOINT),
            (wanted, deadline, operation) -> {
              int bits = 0;
              for (Trigger t : wanted) {
                if (!possible.contains(t)) {
                  throw org.optihal.hal.error.HalException.outOfRange(
                      ValueType.word(t) + " has no place in this mask");
                }
                bits |= t.bit;
              }
              ItlaSetting.write(device, mask.register(), bits, deadline, operation);
              operation.reached(
                  Milestone.SETTLED,
                  new Applied<>(
                      wanted, wanted, Reading.good(device.clock(), wanted, Source.SETPOINT)));
            }));
  }

  private static Set<Trigger> triggers(int word) {
    Set<Trigger> set = EnumSet.noneOf(Trigger.class);
    for (Trigger t : Trigger.values()) {
      if ((word & t.bit) != 0) {
        set.add(t);
      }
    }
    return java.util.Collections.unmodifiableSet(set);
  }
}
