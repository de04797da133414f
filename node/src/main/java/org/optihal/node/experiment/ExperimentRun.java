package org.optihal.node.experiment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.Hal;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.Command;
import org.optihal.hal.bench.DeviceEntry.StopPolicy;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.Experiment;
import org.optihal.hal.bench.MeterKinds;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.device.Access;
import org.optihal.hal.device.Device;
import org.optihal.hal.device.SafeReport;
import org.optihal.hal.error.HalException;
import org.optihal.hal.laser.Laser;
import org.optihal.hal.laser.TunableLaser;
import org.optihal.hal.light.Light;
import org.optihal.hal.point.Address;
import org.optihal.hal.point.Point;
import org.optihal.hal.point.Sensor;
import org.optihal.hal.point.ValueType;
import org.optihal.hal.spi.Emulation;
import org.optihal.hal.spi.Truth;
import org.optihal.node.experiment.ExperimentResult.DeviceRow;

/**
 * One run of an experiment, in virtual time: devices through their drivers, all else as models. The
 * schedule goes on beside the meters, so that these see a laser tune.
 */
public final class ExperimentRun {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** A sample may take long, such as one that searches a delay. */
  private static final Duration HANG_LIMIT = Duration.ofMinutes(5);

  /** All values are kept. */
  private static final long MAX_SAMPLES = 100_000;

  private final String name;
  private final Bench bench;
  private final Experiment experiment;
  private final Duration duration;
  private final long seed;
  private final Hal hal;
  private final HalClock clock;
  private final Truth truth;
  private final MeterBench meterBench;
  private final Commands commands;
  private final Map<String, MeterRecord> records = new LinkedHashMap<>();
  private final List<PointRecord> points = new ArrayList<>();
  private final List<Happening> happenings = new ArrayList<>();
  private final List<String> skipped = new ArrayList<>();
  private @Nullable HalException failure;
  private long begin;

  /** Who is told how far a run is. */
  public interface Progress {
    /** So much of the run is over. */
    void at(Duration since, Duration total);
  }

  private ExperimentRun(String name, Bench bench, Duration duration, long seed, Hal hal) {
    this.name = name;
    this.bench = bench;
    this.experiment = bench.experiment().orElseThrow();
    this.duration = duration;
    this.seed = seed;
    this.hal = hal;
    this.clock = hal.clock();
    Emulation emulation = hal.emulation().orElseThrow();
    this.truth = emulation.truth();
    this.meterBench = new MeterBench(bench, truth, seed);
    this.commands = new Commands(hal, emulation, meterBench);
  }

  /**
   * Runs the experiment of a bench.
   *
   * @param duration of the run; the bench file's, or another
   * @throws HalException CONFIGURATION when the bench has no experiment or something in it is
   *     wrong; else what a device refused
   */
  public static ExperimentResult run(
      String name, Bench bench, Duration duration, long seed, Progress progress) {
    Experiment experiment =
        bench
            .experiment()
            .orElseThrow(
                () -> HalException.configuration("the bench " + name + " has no experiment"));
    check(experiment, duration);
    try {
      VirtualClock clock = new VirtualClock(HANG_LIMIT);
      return clock.call(
          () -> {
            try (Hal hal = Hal.emulate(bench, seed, clock)) {
              return new ExperimentRun(name, bench, duration, seed, hal).run(progress);
            }
          });
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError("a run throws no checked exception", e);
    }
  }

  private static void check(Experiment experiment, Duration duration) {
    if (duration.compareTo(experiment.sample()) < 0) {
      throw HalException.configuration(
          "the run is over before its first sample, which comes after "
              + ValueType.DURATION.format(experiment.sample()));
    }
    if (duration.dividedBy(experiment.sample()) > MAX_SAMPLES) {
      throw HalException.configuration("that are more than " + MAX_SAMPLES + " samples")
          .advise("run it for a shorter time, or write a longer 'sample'");
    }
  }

  private ExperimentResult run(Progress progress) {
    for (Element meter : experiment.meters().values()) {
      records.put(meter.id(), new MeterRecord(meter, Meters.create(meter, meterBench)));
    }
    experiment.figures().forEach(figure -> Verdict.check(figure, records));
    for (Device d : hal.devices()) {
      connect(d);
    }
    experiment.polls().forEach(this::prepare);
    for (String text : experiment.setup()) {
      carryOut(Optional.empty(), text);
    }
    begin = clock.nanos();
    clock.spawn("schedule", this::follow);
    for (PointRecord p : points) {
      hal.scheduler().every(p.period(), () -> p.read(clock, begin));
    }
    List<LightBudget> budgets = measure(progress);
    List<String> damage = truth.damage();
    return new ExperimentResult(
        name,
        bench,
        duration,
        seed,
        hal.devices().stream().map(this::leave).toList(),
        happenings,
        skipped,
        List.copyOf(records.values()),
        points,
        budgets,
        experiment.figures().stream().map(f -> Verdict.of(f, records)).toList(),
        damage,
        hal.pollFailures().stream().map(Throwable::toString).toList());
  }

  private void connect(Device device) {
    try {
      device.connect(Access.CONTROL, Deadline.in(clock, PATIENCE));
    } catch (HalException e) {
      throw e.at(device.id());
    }
  }

  private void prepare(String address, Duration period) {
    Point point = hal.point(Address.parse(address));
    if (!(point instanceof Sensor<?> sensor)) {
      throw HalException.configuration(address + " has no value to poll");
    }
    points.add(new PointRecord(sensor, period, truth(sensor.address())));
  }

  /** What the light itself says of a point, for the points that are about it. */
  private Optional<PointRecord.True> truth(Address point) {
    String port = point.device() + "/out";
    for (Laser laser : hal.device(point.device()).facets(Laser.class)) {
      if (laser.outputPower().filter(p -> p.address().equals(point)).isPresent()) {
        return Optional.of(() -> positive(truth.light(port).watts()));
      }
      if (laser instanceof TunableLaser t && t.frequency().address().equals(point)) {
        return Optional.of(
            () ->
                truth.leaving(port).lines().stream()
                    .filter(l -> l.isFrom(point.device()) && l.watts() > 0)
                    .mapToDouble(Light.Line::hertz)
                    .findFirst());
      }
    }
    return Optional.empty();
  }

  private static OptionalDouble positive(double watts) {
    return watts > 0 ? OptionalDouble.of(watts) : OptionalDouble.empty();
  }

  /** The schedule, step by step; a failure ends the run. */
  private void follow() {
    try {
      for (Experiment.Step step : experiment.schedule()) {
        if (step.at().compareTo(duration) > 0) {
          skipped.add(ValueType.DURATION.format(step.at()) + " " + step.command());
          continue;
        }
        Duration left = step.at().minusNanos(clock.nanos() - begin);
        if (!left.isNegative()) {
          clock.sleep(left);
        }
        carryOut(Optional.of(Duration.ofNanos(clock.nanos() - begin)), step.command());
      }
    } catch (HalException e) {
      failure = e;
    }
  }

  private void carryOut(Optional<Duration> at, String text) {
    try {
      happenings.add(new Happening(at, text, commands.carryOut(Command.parse(text))));
      List<String> unused = truth.damage(); // light that nobody looks at does no damage
    } catch (HalException e) {
      String when = at.map(t -> "at " + ValueType.DURATION.format(t)).orElse("in the setup");
      throw new HalException(
          e.kind(), e.outcome(), "'" + text + "' " + when + ": " + e.what(), e.context(), e);
    }
  }

  private List<LightBudget> measure(Progress progress) {
    List<LightBudget> budgets = List.of();
    long samples = duration.dividedBy(experiment.sample());
    double seconds = experiment.sample().toNanos() / 1e9;
    for (long k = 1; k <= samples; k++) {
      long due = begin + experiment.sample().toNanos() * k;
      clock.sleep(Duration.ofNanos(due - clock.nanos()));
      if (failure != null) {
        throw failure;
      }
      double now = (due - begin) / 1e9;
      records.values().forEach(r -> r.sample(now, seconds));
      if (k == 1) {
        records.values().forEach(MeterRecord::keepFirstSpectrum);
        budgets = LightBudget.of(bench, truth, signalSources());
      }
      progress.at(Duration.ofNanos(due - begin), duration);
    }
    records.values().forEach(MeterRecord::keepLastSpectrum);
    return budgets;
  }

  /** Those of which some meter makes a key or tells the loss. */
  private Set<String> signalSources() {
    Set<String> ids = new LinkedHashSet<>();
    for (Element meter : experiment.meters().values()) {
      for (String parameter : List.of(MeterKinds.SOURCE.name(), MeterKinds.MDI_SOURCES.name())) {
        String text = meter.parameters().get(parameter);
        if (text != null) {
          ids.addAll(MeterBench.ids(text));
        }
      }
    }
    return ids;
  }

  private DeviceRow leave(Device device) {
    String afterwards = "held";
    if (bench.device(device.id()).filter(e -> e.onStop() == StopPolicy.SAFE).isPresent()) {
      SafeReport report = device.makeSafe(Deadline.in(clock, PATIENCE));
      afterwards = ValueType.word(report.outcome()).replace('-', ' ');
    }
    return new DeviceRow(
        device.id(),
        device.driver(),
        device.identity().map(Object::toString).orElse(""),
        afterwards);
  }
}
