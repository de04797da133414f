package org.optihal.testkit.laser;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.laser.LightState;
import org.optihal.hal.laser.TunableLaser;
import org.optihal.hal.operation.Milestone;
import org.optihal.hal.operation.OperationControl;
import org.optihal.hal.point.Address;
import org.optihal.hal.point.Applied;
import org.optihal.hal.point.Capability;
import org.optihal.hal.point.Capability.Origin;
import org.optihal.hal.point.Control;
import org.optihal.hal.point.Disturbance;
import org.optihal.hal.point.Point;
import org.optihal.hal.point.Quality;
import org.optihal.hal.point.Reading;
import org.optihal.hal.point.Sensor;
import org.optihal.hal.point.Source;
import org.optihal.hal.point.ValueType;
import org.optihal.hal.quantity.Frequency;
import org.optihal.hal.quantity.FrequencyOffset;
import org.optihal.hal.quantity.OpticalPower;
import org.optihal.hal.spi.ControlPoint;
import org.optihal.hal.spi.SensorPoint;

/** The points of an ideal laser. */
final class IdealLaserPoints implements TunableLaser {
  static final OpticalPower FLOOR = OpticalPower.ofDbm(-60);

  private static final long MEGAHERTZ = 1_000_000;
  private static final Duration SETTLING = Duration.ofMillis(10);

  private final IdealTunableLaser device;
  private final IdealModel model;
  private final ControlPoint<Frequency> frequency;
  private final ControlPoint<FrequencyOffset> fineTune;
  private final ControlPoint<OpticalPower> power;
  private final ControlPoint<Boolean> enabled;
  private final SensorPoint<LightState> light;
  private final SensorPoint<OpticalPower> outputPower;

  IdealLaserPoints(IdealTunableLaser device, IdealModel model) {
    this.device = device;
    this.model = model;
    frequency =
        control(
            "frequency",
            ValueType.FREQUENCY,
            "Optical frequency.",
            Capability.range(
                Frequency.ofMegahertz(191_500_000),
                Frequency.ofMegahertz(196_250_000),
                "1 MHz",
                Origin.DATA_SHEET),
            () ->
                Reading.of(
                    device.clock(),
                    model.frequency(),
                    model.isTuning() ? Quality.UNCERTAIN : Quality.GOOD,
                    Source.DEVICE_CLAIM),
            new Setting<>(
                Comparator.<Frequency>naturalOrder(),
                f -> new Frequency(toStep(f.hertz())),
                model::tune,
                IdealModel.TUNING,
                f -> model.isEnabled() ? Disturbance.DARK_DURING : Disturbance.NONE,
                f -> model.isEnabled()));
    fineTune =
        control(
            "fineTune",
            ValueType.FREQUENCY_OFFSET,
            "Shift around the tuned frequency, without a dark moment.",
            Capability.range(
                FrequencyOffset.ofMegahertz(-5_000),
                FrequencyOffset.ofMegahertz(5_000),
                "1 MHz",
                Origin.DATA_SHEET),
            () -> Reading.good(device.clock(), model.shift(), Source.SETPOINT),
            new Setting<>(
                Comparator.<FrequencyOffset>naturalOrder(),
                f -> new FrequencyOffset(toStep(f.hertz())),
                model::shift,
                Duration.ofMillis(5),
                f -> smoothIfEnabled(),
                f -> model.isEnabled()));
    power =
        control(
            "power",
            ValueType.POWER,
            "Power it is told to make.",
            Capability.range(
                OpticalPower.ofDbm(6), OpticalPower.ofDbm(13.5), "0.01 dB", Origin.DATA_SHEET),
            () -> Reading.good(device.clock(), model.power(), Source.SETPOINT),
            new Setting<>(
                Comparator.<OpticalPower>naturalOrder(),
                p -> OpticalPower.ofDbm(StrictMath.rint(p.dbm() * 100) / 100),
                model::power,
                Duration.ofMillis(5),
                p -> smoothIfEnabled(),
                p -> model.isEnabled()));
    enabled =
        control(
            "enabled",
            ValueType.BOOLEAN,
            "Whether it is told to emit.",
            Capability.choices(List.of(true, false), Origin.DATA_SHEET),
            () -> Reading.good(device.clock(), model.isEnabled(), Source.DEVICE_CLAIM),
            new Setting<>(
                Comparator.<Boolean>naturalOrder(),
                on -> on,
                model::enable,
                IdealModel.TUNING,
                on -> Disturbance.SMOOTH,
                on -> on));
    light =
        sensor(
            "light",
            ValueType.choice(LightState.class),
            "What its monitor sees.",
            Capability.choices(List.of(LightState.values()), Origin.DATA_SHEET),
            () ->
                Reading.good(
                        device.clock(),
                        model.light().watts() > 0 ? LightState.EMITTING : LightState.NONE_SEEN,
                        Source.DERIVED)
                    .with("floor", FLOOR.toString()));
    outputPower =
        sensor(
            "outputPower",
            ValueType.POWER,
            "What its monitor measures.",
            Capability.unbounded(Origin.DATA_SHEET),
            this::measure);
  }

  /**
   * How the model takes a value.
   *
   * @param order for the bounds of the capability
   * @param rounding to the step
   * @param setter changes the model
   * @param duration until the model has changed
   * @param disturbance of a value
   * @param canMakeLight whether a value can
   */
  private record Setting<T>(
      Comparator<? super T> order,
      UnaryOperator<T> rounding,
      Consumer<T> setter,
      Duration duration,
      Function<T, Disturbance> disturbance,
      Function<T, Boolean> canMakeLight) {}

  /** Asks the model in one exchange. */
  private <T> SensorPoint<T> sensor(
      String name,
      ValueType<T> type,
      String description,
      Capability<T> capability,
      Supplier<Reading<T>> look) {
    return new SensorPoint<>(
        device, at(name), type, description, () -> capability, reader(name, look));
  }

  /** Sets the model after one exchange; done at the end of its time, and settled right after. */
  private <T> ControlPoint<T> control(
      String name,
      ValueType<T> type,
      String description,
      Capability<T> capability,
      Supplier<Reading<T>> look,
      Setting<T> setting) {
    return new ControlPoint<>(
            device,
            at(name),
            type,
            description,
            () -> capability,
            setting.order,
            reader(name, look),
            (value, deadline, operation) -> {
              T programmed = setting.rounding.apply(value);
              device.exchange("set " + name + " " + type.format(programmed), deadline);
              if (operation.isRunning()) { // else it was made safe or superseded meanwhile
                setting.setter.accept(programmed);
                reach(operation, setting.duration, value, programmed, look);
              }
            })
        .disturbing(setting.disturbance)
        .makingLight(setting.canMakeLight);
  }

  private <T> void reach(
      OperationControl<Applied<T>> operation,
      Duration duration,
      T value,
      T programmed,
      Supplier<Reading<T>> look) {
    operation.reached(Milestone.ACCEPTED, new Applied<>(value, programmed, null));
    device
        .clock()
        .after(
            duration.toNanos(),
            () -> operation.reached(Milestone.DONE, new Applied<>(value, programmed, null)));
    device
        .clock()
        .after(
            duration.plus(SETTLING).toNanos(),
            () ->
                operation.reached(Milestone.SETTLED, new Applied<>(value, programmed, look.get())));
  }

  private <T> Function<Deadline, Reading<T>> reader(String name, Supplier<Reading<T>> look) {
    return deadline -> {
      device.exchange("get " + name, deadline);
      return look.get();
    };
  }

  private Address at(String name) {
    return Address.of(device.id(), name);
  }

  private static long toStep(long hertz) {
    return MEGAHERTZ * (long) StrictMath.rint((double) hertz / MEGAHERTZ);
  }

  private Disturbance smoothIfEnabled() {
    return model.isEnabled() ? Disturbance.SMOOTH : Disturbance.NONE;
  }

  private Reading<OpticalPower> measure() {
    OpticalPower now = model.light();
    return now.watts() > 0
        ? Reading.good(device.clock(), now, Source.MEASURED)
        : Reading.of(device.clock(), FLOOR, Quality.BELOW_RANGE, Source.MEASURED);
  }

  List<ControlPoint<?>> controls() {
    return List.of(frequency, fineTune, power, enabled);
  }

  @Override
  public String unit() {
    return "";
  }

  @Override
  public List<Point> points() {
    return List.of(frequency, fineTune, power, enabled, light, outputPower);
  }

  @Override
  public Control<Frequency> frequency() {
    return frequency;
  }

  @Override
  public Control<OpticalPower> power() {
    return power;
  }

  @Override
  public Control<Boolean> enabled() {
    return enabled;
  }

  @Override
  public Sensor<LightState> light() {
    return light;
  }

  @Override
  public Optional<Sensor<OpticalPower>> outputPower() {
    return Optional.of(outputPower);
  }

  @Override
  public Optional<Control<FrequencyOffset>> fineTune() {
    return Optional.of(fineTune);
  }
}
