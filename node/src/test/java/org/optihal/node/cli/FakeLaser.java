package org.optihal.node.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.device.Access;
import org.optihal.hal.device.Device;
import org.optihal.hal.device.DeviceState;
import org.optihal.hal.device.Facet;
import org.optihal.hal.device.Health;
import org.optihal.hal.device.Identity;
import org.optihal.hal.device.SafeReport;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.link.WireTap;
import org.optihal.hal.operation.Milestone;
import org.optihal.hal.operation.Operation;
import org.optihal.hal.operation.OperationControl;
import org.optihal.hal.point.Act;
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
import org.optihal.hal.quantity.OpticalPower;
import org.optihal.hal.quantity.UnitText;
import org.optihal.hal.spi.DeviceContext;

/**
 * A laser without wire. Its link's name says how it behaves: {@code fake:ok}, {@code fake:slow}
 * whose operations never settle, {@code fake:flaky} that fails every second reading, {@code
 * fake:bright} that cannot be verified dark, or the word of a kind of error, which connecting then
 * throws.
 */
final class FakeLaser implements Device, Facet {
  static final Identity IDENTITY =
      new Identity("Lumen", "L\u001b[2J1", "SN7", "1.0", Map.of("grade", "A"));

  /** What was done to all fake lasers, in order. */
  static final List<String> DIARY = new CopyOnWriteArrayList<>();

  private final DeviceContext context;
  private final HalClock clock;
  private final String behavior;
  private final AtomicLong reads = new AtomicLong();
  private volatile DeviceState state = DeviceState.NEW;

  FakeLaser(DeviceContext context) {
    this.context = context;
    this.clock = context.clock();
    this.behavior =
        context.entry().links().values().stream().findFirst().map(u -> u.target()).orElse("ok");
  }

  @Override
  public String id() {
    return context.entry().id();
  }

  @Override
  public String driver() {
    return "fake-laser";
  }

  @Override
  public void connect(Access access, Deadline deadline) {
    DIARY.add(id() + " connect " + access);
    for (Kind kind : Kind.values()) {
      if (behavior.equals(ValueType.word(kind))) {
        throw new HalException(kind, Outcome.NOT_SENT, "staged failure")
            .on("fake:" + behavior)
            .advise("do what helps");
      }
    }
    if (behavior.equals("bug")) {
      throw new IllegalStateException("a mistake in a driver");
    }
    state = DeviceState.READY;
  }

  @Override
  public DeviceState state() {
    return state;
  }

  @Override
  public Optional<Identity> identity() {
    return state == DeviceState.READY ? Optional.of(IDENTITY) : Optional.empty();
  }

  @Override
  public Health health() {
    return Health.GOOD;
  }

  @Override
  public List<Facet> facets() {
    return List.of(this);
  }

  @Override
  public String unit() {
    return "";
  }

  @Override
  public List<Point> points() {
    return List.of(
        new Value<>(
            "frequency",
            ValueType.FREQUENCY,
            Capability.range(
                UnitText.frequency("191.5 THz"),
                UnitText.frequency("196.25 THz"),
                "1 MHz",
                Origin.DATA_SHEET),
            UnitText.frequency("193.1 THz"),
            false),
        new Value<>(
            "power",
            ValueType.POWER,
            Capability.<OpticalPower>unbounded(Origin.ASSUMED),
            UnitText.power("10 dBm"),
            false),
        new Value<>(
            "enabled",
            ValueType.BOOLEAN,
            Capability.<Boolean>unbounded(Origin.ASSUMED),
            false,
            true),
        new Meter<>(
            "outputPower",
            ValueType.POWER,
            Capability.<OpticalPower>unbounded(Origin.ASSUMED),
            true,
            Reading.of(clock, UnitText.power("-40 dBm"), Quality.BELOW_RANGE, Source.MEASURED)
                .with("floor", "-40.00 dBm")),
        new Meter<>(
            "label",
            ValueType.TEXT,
            Capability.<String>unbounded(Origin.ASSUMED),
            true,
            Reading.good(clock, "a\nb\u001b[31m", Source.DEVICE_CLAIM)),
        new Meter<>(
            "wear",
            ValueType.POWER,
            Capability.<OpticalPower>unbounded(Origin.ASSUMED),
            false,
            Reading.good(clock, UnitText.power("1 mW"), Source.DERIVED).sigma(1e-6)),
        new Doing(this, "clearAlarms", false),
        new Doing(this, "flash", true));
  }

  @Override
  public SafeReport makeSafe(Deadline deadline) {
    DIARY.add(id() + " make safe");
    return behavior.equals("bright")
        ? new SafeReport(SafeReport.Outcome.SENT_UNVERIFIED, "no sensor looked")
        : new SafeReport(
            SafeReport.Outcome.VERIFIED_DARK, "no emission seen by the monitor, floor -40 dBm");
  }

  @Override
  public void close() {
    if (state == DeviceState.READY) {
      DIARY.add(id() + " close " + context.entry().onStop());
    }
    state = DeviceState.CLOSED;
  }

  private <T> Reading<T> read(Reading<T> reading) {
    WireTap tap = context.taps().point(id() + "/main").tap();
    if (tap != null) {
      tap.sent(id() + "/main", clock.nanos(), new byte[] {1, 2}, 0, 2);
      tap.received(id() + "/main", clock.nanos(), new byte[] {(byte) 0xff}, 0, 1);
    }
    if (behavior.equals("flaky") && reads.getAndIncrement() % 2 == 1) {
      throw new HalException(Kind.TIMEOUT, Outcome.NOT_APPLICABLE, "no answer").on("fake:flaky");
    }
    return reading;
  }

  private Address address(String name) {
    return Address.of(id(), name);
  }

  private <T> Operation<T> settle(String what, T result) {
    OperationControl<T> operation = new OperationControl<>(clock, what);
    operation.reached(Milestone.ACCEPTED, result);
    if (!behavior.equals("slow")) {
      operation.reached(Milestone.SETTLED, result);
    }
    return operation;
  }

  private class Meter<T> implements Sensor<T> {
    private final String name;
    private final ValueType<T> type;
    private final Capability<T> capability;
    private final boolean cheap;
    private final Reading<T> reading;

    Meter(
        String name,
        ValueType<T> type,
        Capability<T> capability,
        boolean cheap,
        Reading<T> reading) {
      this.name = name;
      this.type = type;
      this.capability = capability;
      this.cheap = cheap;
      this.reading = reading;
    }

    @Override
    public Address address() {
      return FakeLaser.this.address(name);
    }

    @Override
    public String description() {
      return "The " + name + " of a laser that does not exist.";
    }

    @Override
    public ValueType<T> type() {
      return type;
    }

    @Override
    public Reading<T> read() {
      return FakeLaser.this.read(reading);
    }

    @Override
    public Reading<T> read(Deadline deadline) {
      return read();
    }

    @Override
    public Optional<Reading<T>> last() {
      return Optional.of(reading);
    }

    @Override
    public Capability<T> capability() {
      return capability;
    }

    @Override
    public boolean isCheap() {
      return cheap;
    }
  }

  /** A point that can be set; the value is not kept, because nothing here looks at it again. */
  private final class Value<T extends Comparable<T>> extends Meter<T> implements Control<T> {
    private final boolean light;

    Value(String name, ValueType<T> type, Capability<T> capability, T value, boolean light) {
      super(name, type, capability, true, Reading.good(clock, value, Source.SETPOINT));
      this.light = light;
    }

    @Override
    public Operation<Applied<T>> apply(T value) {
      capability().check(value, type(), Comparable::compareTo);
      String what = address() + " = " + type().format(value);
      DIARY.add("apply " + what);
      return settle(what, new Applied<>(value, value, Reading.good(clock, value, Source.MEASURED)));
    }

    @Override
    public Operation<Applied<T>> apply(T value, Deadline deadline) {
      return apply(value);
    }

    @Override
    public Optional<T> intended() {
      return Optional.empty();
    }

    @Override
    public Disturbance disturbance(T value) {
      return Disturbance.DARK_DURING;
    }

    @Override
    public boolean canMakeLight(T value) {
      return light && value.equals(true);
    }
  }

  private record Doing(FakeLaser laser, String name, boolean canMakeLight) implements Act {
    @Override
    public Address address() {
      return laser.address(name);
    }

    @Override
    public String description() {
      return "Does " + name + " once.";
    }

    @Override
    public Operation<Boolean> run() {
      DIARY.add("run " + address());
      return laser.settle(name, true);
    }

    @Override
    public Operation<Boolean> run(Deadline deadline) {
      return run();
    }
  }
}
