package org.optihal.drivers.laser;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.optihal.drivers.device.Effect;
import org.optihal.drivers.device.Procedure;
import org.optihal.drivers.port.Priority;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.laser.LaserAlarm;
import org.optihal.hal.laser.LightState;
import org.optihal.hal.laser.NoiseMode;
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
import org.optihal.hal.spi.ActPoint;
import org.optihal.hal.spi.ControlPoint;
import org.optihal.hal.spi.SensorPoint;
import org.optihal.protocols.itla.GenCfg;
import org.optihal.protocols.itla.ItlaRegister;
import org.optihal.protocols.itla.LowNoiseMode;
import org.optihal.protocols.itla.ResEna;
import org.optihal.protocols.itla.StatusWord;

/** The points of an ITLA module. */
final class ItlaLaser implements TunableLaser {
  private static final java.time.Duration PENDING_POLL = java.time.Duration.ofMillis(50);
  private static final java.time.Duration ROOM_FOR_ONE_MORE = java.time.Duration.ofMillis(100);
  private static final double POWER_TOLERANCE_DB = 0.5;
  private static final int FREQUENCY_LOOKS = 8;
  private static final long BEYOND_MEGAHERTZ = 1_000_000;
  private static final int LEAST_POWER = -100_00;
  private static final int MOST_POWER = 40_00;

  private final ItlaDevice device;
  private final String id;
  private final ControlPoint<Frequency> frequency;
  private final ControlPoint<OpticalPower> power;
  private final ControlPoint<Boolean> enabled;
  private final ControlPoint<FrequencyOffset> fineTune;
  private final ControlPoint<NoiseMode> noiseMode;
  private final SensorPoint<LightState> light;
  private final SensorPoint<OpticalPower> outputPower;
  private final List<Point> always = new ArrayList<>();
  private volatile ItlaTuning.@Nullable Position position;

  ItlaLaser(ItlaDevice device, String id) {
    this.device = device;
    this.id = id;
    frequency =
        new ControlPoint<>(
                device,
                at("frequency"),
                ValueType.FREQUENCY,
                "Optical frequency; reading it asks for what the module says it makes.",
                this::frequencyCapability,
                Comparator.<Frequency>naturalOrder(),
                this::readFrequency,
                this::tune)
            .disturbing(this::tuningDisturbance)
            .makingLight(f -> !isKnownDisabled());
    power =
        new ControlPoint<>(
                device,
                at("power"),
                ValueType.POWER,
                "Power the module is told to make; what it makes is outputPower.",
                this::powerCapability,
                Comparator.comparing(OpticalPower::dbm, ItlaLaser::byHundredths),
                deadline ->
                    Reading.good(
                        device.clock(),
                        ItlaScale.power(talkRead(deadline, this::setPoint)),
                        Source.SETPOINT),
                this::setPower)
            .disturbing(p -> isKnownDisabled() ? Disturbance.NONE : Disturbance.SMOOTH)
            .makingLight(p -> !isKnownDisabled());
    enabled =
        new ControlPoint<>(
                device,
                at("enabled"),
                ValueType.BOOLEAN,
                "Whether the module is told to emit (SENA); its claim, no statement about light.",
                () -> Capability.choices(List.of(true, false), Origin.DATA_SHEET),
                Comparator.<Boolean>naturalOrder(),
                this::readEnabled,
                this::enable)
            .disturbing(on -> Disturbance.SMOOTH)
            .makingLight(on -> on);
    fineTune =
        new ControlPoint<>(
                device,
                at("fineTune"),
                ValueType.FREQUENCY_OFFSET,
                "Shift from the tuned frequency without losing lock (FTF).",
                this::fineTuneCapability,
                Comparator.<FrequencyOffset>naturalOrder(),
                deadline ->
                    word(
                        deadline,
                        ItlaRegister.FTF,
                        Source.SETPOINT,
                        v -> FrequencyOffset.ofMegahertz(v)),
                this::setFineTune)
            .disturbing(f -> isKnownDisabled() ? Disturbance.NONE : Disturbance.SMOOTH)
            .makingLight(f -> !isKnownDisabled());
    noiseMode =
        new ControlPoint<>(
                device,
                at("noiseMode"),
                ValueType.choice(NoiseMode.class),
                "How lock is traded against noise; Pure Photonics modules only.",
                () -> Capability.choices(List.of(NoiseMode.values()), Origin.DATA_SHEET),
                Comparator.<NoiseMode>naturalOrder(),
                this::readNoiseMode,
                (mode, deadline, operation) ->
                    writeBack(ItlaRegister.LOW_NOISE, code(mode), mode, mode, deadline, operation))
            .disturbing(m -> isKnownDisabled() ? Disturbance.NONE : Disturbance.GLITCH)
            .makingLight(m -> !isKnownDisabled());
    light =
        new SensorPoint<>(
            device,
            at("light"),
            ValueType.choice(LightState.class),
            "What the output monitor sees; the context names its floor.",
            () -> Capability.choices(List.of(LightState.values()), Origin.DATA_SHEET),
            this::readLight);
    outputPower =
        new SensorPoint<>(
            device,
            at("outputPower"),
            ValueType.POWER,
            "Power at the output as the module's monitor measures it; below its floor is not dark.",
            () -> Capability.unbounded(Origin.ASSUMED),
            deadline -> asOutputPower(talkRead(deadline, ItlaLaser::output)));
    SensorPoint<Set<LaserAlarm>> alarms =
        new SensorPoint<>(
            device,
            at("alarms"),
            ValueType.choices(LaserAlarm.class),
            "What is or was wrong: latched until clearAlarms.",
            () -> Capability.unbounded(Origin.DATA_SHEET),
            this::readAlarms);
    always.addAll(List.of(frequency, power, enabled, light, outputPower, alarms));
    always.addAll(ItlaExtras.points(device, this::at));
    always.add(
        new ActPoint(
            device,
            at("clearAlarms"),
            "Clears latched alarms; those that persist come back.",
            this::clearAlarms));
    always.add(
        new ActPoint(
            device,
            at("saveSettings"),
            "Makes the present settings those after power-up (GenCfg, bit assumed); refused while enabled.",
            this::saveSettings));
  }

  private Address at(String point) {
    return Address.of(id, point);
  }

  // ---- facet

  @Override
  public String unit() {
    return "";
  }

  @Override
  public List<Point> points() {
    List<Point> all = new ArrayList<>(always);
    fineTune().ifPresent(p -> all.add(1, p));
    ItlaLimits l = device.limits();
    if (l != null && l.lowNoiseMode()) {
      all.add(noiseMode);
    }
    return List.copyOf(all);
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
    ItlaLimits l = device.limits();
    return l != null && l.fineRange() > 0 ? Optional.of(fineTune) : Optional.empty();
  }

  /** Whether something here is changing the light now. */
  boolean isChanging() {
    return frequency.isBusy() || enabled.isBusy();
  }

  private boolean isKnownDisabled() {
    return Boolean.FALSE.equals(device.enabledBefore());
  }

  // ---- capabilities

  private Capability<Frequency> frequencyCapability() {
    ItlaLimits l = device.limits();
    if (l == null) {
      return Capability.unbounded(Origin.ASSUMED);
    }
    String step = l.megahertzRegisters() || l.fineRange() >= 50 ? "1 MHz" : "100 MHz";
    return Capability.range(
        Frequency.ofMegahertz(l.lowMegahertz()),
        Frequency.ofMegahertz(l.highMegahertz()),
        step,
        Origin.QUERIED);
  }

  private Capability<OpticalPower> powerCapability() {
    ItlaLimits l = device.limits();
    return l == null
        ? Capability.unbounded(Origin.ASSUMED)
        : Capability.range(
            ItlaScale.power(l.lowPower()),
            ItlaScale.power(l.highPower()),
            "0.01 dB",
            Origin.QUERIED);
  }

  private Capability<FrequencyOffset> fineTuneCapability() {
    ItlaLimits l = device.limits();
    long range = l == null ? 0 : l.fineRange();
    return Capability.range(
        FrequencyOffset.ofMegahertz(-range),
        FrequencyOffset.ofMegahertz(range),
        "1 MHz",
        Origin.QUERIED);
  }

  /** A limit given in hundredths of a dB is not missed by the rounding of a conversion. */
  private static int byHundredths(double a, double b) {
    return Double.compare(
        StrictMath.rint(Math.max(a, -300) * 100), StrictMath.rint(Math.max(b, -300) * 100));
  }

  // ---- reading

  private <T> T talkRead(Deadline deadline, Function<ItlaTransaction, T> what) {
    return device.talk(Priority.COMMAND, Effect.READ, deadline, what);
  }

  private <T> Reading<T> word(
      Deadline deadline, ItlaRegister register, Source source, Function<Integer, T> scale) {
    return Reading.good(
        device.clock(), scale.apply(talkRead(deadline, t -> t.value(register))), source);
  }

  private Reading<Frequency> readFrequency(Deadline deadline) {
    long megahertz = talkRead(deadline, this::laserMegahertz);
    if (megahertz <= 0) {
      return Reading.none(device.clock(), Quality.ABSENT, "the module reports no frequency");
    }
    return Reading.good(device.clock(), Frequency.ofMegahertz(megahertz), Source.DEVICE_CLAIM);
  }

  /**
   * What the module says it makes. Several words are no snapshot: while the higher ones change
   * between two looks, the lowest belongs to nobody knows which.
   */
  private long laserMegahertz(ItlaTransaction t) {
    ItlaLimits l = device.knownLimits();
    int terahertz = t.value(ItlaRegister.LF1);
    int tenths = t.value(ItlaRegister.LF2);
    for (int i = 0; i < FREQUENCY_LOOKS; i++) {
      int rest = l.megahertzRegisters() ? t.value(ItlaRegister.LF3) : 0;
      int terahertzAgain = t.value(ItlaRegister.LF1);
      int tenthsAgain = t.value(ItlaRegister.LF2);
      if (terahertz == terahertzAgain && tenths == tenthsAgain) {
        return plausibleMegahertz(new ItlaScale.Parts(terahertz, tenths, rest).total(), l);
      }
      terahertz = terahertzAgain;
      tenths = tenthsAgain;
    }
    throw new HalException(
        Kind.UNEXPECTED_REPLY, Outcome.UNKNOWN, "the reported frequency changes all the time");
  }

  private static long plausibleMegahertz(long megahertz, ItlaLimits l) {
    return megahertz == 0
        ? 0 // a module that is dark may report none
        : ItlaTransaction.plausible(
            megahertz,
            l.lowMegahertz() - BEYOND_MEGAHERTZ,
            l.highMegahertz() + BEYOND_MEGAHERTZ,
            "a frequency in MHz of");
  }

  private Reading<Boolean> readEnabled(Deadline deadline) {
    boolean on = talkRead(deadline, this::lookAtEnabled);
    return Reading.good(device.clock(), on, Source.DEVICE_CLAIM);
  }

  /** Power set point in hundredths of dBm. */
  private int setPoint(ItlaTransaction t) {
    ItlaLimits l = device.knownLimits();
    return (int)
        ItlaTransaction.plausible(
            t.value(ItlaRegister.PWR),
            l.lowPower(),
            l.highPower(),
            "a power set point in 0.01 dBm of");
  }

  /** Output power in hundredths of dBm. */
  static int output(ItlaTransaction t) {
    return (int)
        ItlaTransaction.plausible(
            t.value(ItlaRegister.OOP), LEAST_POWER, MOST_POWER, "an output power in 0.01 dBm of");
  }

  /** Noted as owner of the port: what was seen is not older than what was sent. */
  private boolean lookAtEnabled(ItlaTransaction t) {
    boolean on = isEnabled(t);
    device.noteEnabled(on);
    return on;
  }

  static boolean isEnabled(ItlaTransaction t) {
    return (t.read(ItlaRegister.RES_ENA) & ResEna.OUTPUT_ENABLE) != 0;
  }

  private Reading<LightState> readLight(Deadline deadline) {
    record Seen(boolean enabled, int power) {}
    Seen seen = talkRead(deadline, t -> new Seen(lookAtEnabled(t), output(t)));
    Reading<OpticalPower> output = outputPower.keep(asOutputPower(seen.power));
    LightState state =
        output.quality() != Quality.BELOW_RANGE
            ? LightState.EMITTING
            : seen.enabled ? LightState.UNKNOWN : LightState.NONE_SEEN;
    return Reading.good(device.clock(), state, Source.DERIVED)
        .with("sensor", "output monitor")
        .with("floor", device.options().monitorFloor().toString())
        .with("enabled", seen.enabled ? "on" : "off");
  }

  private Reading<OpticalPower> asOutputPower(int hundredthsOfDbm) {
    OpticalPower floor = device.options().monitorFloor();
    return hundredthsOfDbm <= ItlaScale.hundredthsOfDbm(floor)
        ? Reading.of(device.clock(), floor, Quality.BELOW_RANGE, Source.MEASURED)
        : Reading.good(device.clock(), ItlaScale.power(hundredthsOfDbm), Source.MEASURED);
  }

  private Reading<Set<LaserAlarm>> readAlarms(Deadline deadline) {
    int[] words =
        talkRead(
            deadline,
            t -> new int[] {t.read(ItlaRegister.STATUS_F), t.read(ItlaRegister.STATUS_W)});
    StatusWord fatal = new StatusWord(words[0]);
    StatusWord warning = new StatusWord(words[1]);
    device.noteAlarms(fatal, warning);
    return Reading.good(device.clock(), ItlaDevice.alarms(fatal, warning), Source.DEVICE_CLAIM);
  }

  private Reading<NoiseMode> readNoiseMode(Deadline deadline) {
    LowNoiseMode mode = LowNoiseMode.of(talkRead(deadline, t -> t.value(ItlaRegister.LOW_NOISE)));
    return mode == null
        ? Reading.none(device.clock(), Quality.BAD, "the module reports a mode that is not known")
        : Reading.good(
            device.clock(),
            switch (mode) {
              case DITHER -> NoiseMode.DITHER;
              case NO_DITHER -> NoiseMode.NO_DITHER;
              case WHISPER -> NoiseMode.WHISPER;
            },
            Source.DEVICE_CLAIM);
  }

  private static int code(NoiseMode mode) {
    return switch (mode) {
      case DITHER -> LowNoiseMode.DITHER.code();
      case NO_DITHER -> LowNoiseMode.NO_DITHER.code();
      case WHISPER -> LowNoiseMode.WHISPER.code();
    };
  }

  // ---- setting

  private <T> Procedure<Applied<T>> procedure(OperationControl<Applied<T>> operation) {
    return new Procedure<>(
        device.clock(),
        device.scheduler(),
        operation,
        PENDING_POLL,
        Deadline.in(device.clock(), device.options().settleTime()));
  }

  /** In the caller's deadline at first, in the driver's own once the scheduler goes on. */
  private <T> T set(Supplier<Deadline> deadline, Function<ItlaTransaction, T> what) {
    return device.talk(Priority.COMMAND, Effect.ABSOLUTE_SET, deadline.get(), what);
  }

  /**
   * A module refuses to tune or to enable while it is at something else: waits for it to finish.
   */
  private void awaitIdle(Deadline deadline) {
    while (device.talk(Priority.COMMAND, Effect.READ, deadline, ItlaTransaction::nop).isPending()) {
      if (Deadline.in(device.clock(), PENDING_POLL.plus(ROOM_FOR_ONE_MORE)).nanos()
          >= deadline.nanos()) {
        throw new HalException(
                Kind.NOT_READY, Outcome.NOT_SENT, "the module is still at another operation")
            .at(id);
      }
      device.clock().sleep(PENDING_POLL);
    }
  }

  private boolean isIdle() {
    return !device
        .talk(Priority.COMMAND, Effect.READ, device.pollDeadline(), ItlaTransaction::nop)
        .isPending();
  }

  /** Writes one register, reads it back, and is done: for settings without a pending operation. */
  <T> void writeBack(
      ItlaRegister register,
      int value,
      T requested,
      T programmed,
      Deadline deadline,
      OperationControl<Applied<T>> operation) {
    ItlaSetting.write(device, register, value, deadline, operation);
    operation.reached(
        Milestone.SETTLED,
        new Applied<>(
            requested, programmed, Reading.good(device.clock(), programmed, Source.SETPOINT)));
  }

  private void setFineTune(
      FrequencyOffset wanted,
      Deadline deadline,
      OperationControl<Applied<FrequencyOffset>> operation) {
    int megahertz = (int) ItlaScale.megahertz(wanted);
    FrequencyOffset programmed = FrequencyOffset.ofMegahertz(megahertz);
    procedure(operation)
        .act(
            "sending the offset",
            () -> ItlaSetting.write(device, ItlaRegister.FTF, megahertz, deadline, operation))
        .reach(Milestone.ACCEPTED, () -> new Applied<>(wanted, programmed, null))
        .until("shifting the frequency", this::isIdle)
        .reach(
            Milestone.SETTLED,
            () ->
                new Applied<>(
                    wanted, programmed, Reading.good(device.clock(), programmed, Source.SETPOINT)))
        .start();
  }

  private void setPower(
      OpticalPower wanted, Deadline deadline, OperationControl<Applied<OpticalPower>> operation) {
    int hundredths = ItlaScale.hundredthsOfDbm(wanted);
    OpticalPower programmed = ItlaScale.power(hundredths);
    boolean emitting = set(() -> deadline, ItlaLaser::isEnabled);
    Procedure<Applied<OpticalPower>> p =
        procedure(operation)
            .act(
                "sending the power",
                () -> ItlaSetting.write(device, ItlaRegister.PWR, hundredths, deadline, operation))
            .reach(Milestone.ACCEPTED, () -> new Applied<>(wanted, programmed, null))
            .until("changing the power", this::isIdle)
            .reach(Milestone.DONE, () -> new Applied<>(wanted, programmed, null));
    if (emitting) {
      p.until("waiting for the power to settle", () -> outputIsNear(hundredths))
          .reach(
              Milestone.SETTLED,
              () -> new Applied<>(wanted, programmed, outputPower.last().orElse(null)));
    } else {
      p.reach(
          Milestone.SETTLED,
          () ->
              new Applied<>(
                  wanted, programmed, Reading.good(device.clock(), programmed, Source.SETPOINT)));
    }
    p.start();
  }

  private boolean outputIsNear(int hundredthsOfDbm) {
    int seen = device.talk(Priority.COMMAND, Effect.READ, device.pollDeadline(), ItlaLaser::output);
    outputPower.keep(asOutputPower(seen));
    return Math.abs(seen - hundredthsOfDbm) <= ItlaScale.hundredths(POWER_TOLERANCE_DB);
  }

  private void enable(Boolean on, Deadline deadline, OperationControl<Applied<Boolean>> operation) {
    Procedure<Applied<Boolean>> p = procedure(operation);
    int[] target = new int[1];
    if (on) {
      awaitIdle(deadline);
      p.act(
              "enabling the output",
              () ->
                  target[0] =
                      set(
                          () -> deadline,
                          t -> {
                            emit(t, operation);
                            return t.value(ItlaRegister.PWR);
                          }))
          .reach(Milestone.ACCEPTED, () -> new Applied<>(on, on, null))
          .until("waiting for the module", this::isIdle)
          .reach(Milestone.DONE, () -> new Applied<>(on, on, null))
          .until("waiting for the power to settle", () -> outputIsNear(target[0]));
    } else {
      frequency.abort(
          new HalException(Kind.CANCELLED, Outcome.UNKNOWN, "the output was disabled meanwhile")
              .at(id));
      p.act("disabling the output", () -> ItlaSetting.disable(device, deadline))
          .reach(Milestone.ACCEPTED, () -> new Applied<>(on, on, null))
          .until("waiting for darkness", this::isBelowFloor);
    }
    p.reach(Milestone.SETTLED, () -> new Applied<>(on, on, confirmEnabled(on))).start();
  }

  /** The only place that makes light. */
  private boolean emit(ItlaTransaction t, OperationControl<?> operation) {
    ItlaSetting.requireRunning(operation);
    device.forgetEnabled(); // from here on nobody may take it for disabled
    boolean pending = t.write(ItlaRegister.RES_ENA, ResEna.OUTPUT_ENABLE);
    device.noteEnabled(true);
    return pending;
  }

  private Reading<Boolean> confirmEnabled(boolean wanted) {
    Reading<Boolean> is = enabled.keep(readEnabled(device.pollDeadline()));
    if (is.value() != wanted) {
      throw new HalException(
              Kind.REFUSED,
              Outcome.REFUSED,
              "the module is " + (is.value() ? "enabled" : "disabled") + " in spite of the command")
          .at(id)
          .advise("look at its alarms");
    }
    return is;
  }

  private boolean isBelowFloor() {
    return light.keep(readLight(device.pollDeadline())).value() == LightState.NONE_SEEN;
  }

  private Disturbance tuningDisturbance(Frequency wanted) {
    ItlaTuning.Position from = position;
    ItlaLimits limits = device.limits();
    if (isKnownDisabled()) {
      return Disturbance.NONE;
    }
    return from == null || limits == null
        ? Disturbance.DARK_DURING
        : ItlaTuning.plan(ItlaScale.megahertz(wanted), limits, from.enabled(true)).disturbance();
  }

  private void tune(
      Frequency wanted, Deadline deadline, OperationControl<Applied<Frequency>> operation) {
    ItlaLimits limits = device.knownLimits();
    awaitIdle(deadline);
    ItlaTuning.Position from =
        set(() -> deadline, t -> ItlaTuning.Position.read(t, limits, isEnabled(t)));
    ItlaTuning tuning = ItlaTuning.plan(ItlaScale.megahertz(wanted), limits, from);
    position = null; // until the module has taken it
    Frequency programmed = Frequency.ofMegahertz(tuning.programmedMegahertz());
    Procedure<Applied<Frequency>> p = procedure(operation);
    boolean throughDark = from.enabled() && tuning.way() == ItlaTuning.Way.FIRST_CHANNEL;
    if (throughDark) {
      p.act("going dark", () -> ItlaSetting.disable(device, deadline))
          .reach(Milestone.ACCEPTED, () -> new Applied<>(wanted, programmed, null))
          .until("waiting for darkness", this::isBelowFloor);
    } else if (tuning.way() == ItlaTuning.Way.CHANNEL) {
      p.act(
              "sending the offset",
              () ->
                  set(
                      () -> deadline,
                      t -> {
                        ItlaSetting.requireRunning(operation);
                        tuning.writeFine(t, limits);
                        return true;
                      }))
          .reach(Milestone.ACCEPTED, () -> new Applied<>(wanted, programmed, null))
          .until("shifting the frequency", this::isIdle);
    }
    p.act(
            "sending the frequency",
            () ->
                set(
                    operation.reached().isPresent() ? device::defaultDeadline : () -> deadline,
                    t -> {
                      ItlaSetting.requireRunning(operation);
                      tuning.write(t, limits);
                      position = from.after(tuning);
                      return true;
                    }))
        .reach(Milestone.ACCEPTED, () -> new Applied<>(wanted, programmed, null))
        .until("tuning", this::isIdle);
    if (throughDark) {
      p.act("emitting again", () -> set(device::defaultDeadline, t -> emit(t, operation)))
          .until("waiting for the module", this::isIdle);
    }
    p.reach(Milestone.DONE, () -> new Applied<>(wanted, programmed, null))
        .until("waiting for the frequency to settle", () -> isTuned(programmed))
        .reach(
            Milestone.SETTLED,
            () -> new Applied<>(wanted, programmed, frequency.last().orElse(null)))
        .start();
  }

  private boolean isTuned(Frequency programmed) {
    Reading<Frequency> is = frequency.keep(readFrequency(device.pollDeadline()));
    return is.isUsable()
        && is.value().minus(programmed).abs().compareTo(device.options().frequencyTolerance()) <= 0;
  }

  // ---- acts

  private void clearAlarms(Deadline deadline) {
    set(
        () -> deadline,
        t -> {
          t.write(ItlaRegister.STATUS_F, StatusWord.CLEAR_LATCHES);
          return t.write(ItlaRegister.STATUS_W, StatusWord.CLEAR_LATCHES);
        });
    readAlarms(deadline);
  }

  private void saveSettings(Deadline deadline) {
    device.talk(
        Priority.COMMAND,
        Effect.ACTION,
        deadline,
        t -> {
          if (isEnabled(t)) {
            throw new HalException(
                    Kind.CONFLICT,
                    Outcome.NOT_SENT,
                    "settings are not saved while the output is enabled: the module would emit at power-up")
                .advise("set enabled to off first");
          }
          return t.write(ItlaRegister.GEN_CFG, GenCfg.SAVE);
        });
  }
}
