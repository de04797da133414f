package org.optihal.hal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.PollScheduler;
import org.optihal.hal.clock.RealClock;
import org.optihal.hal.device.Device;
import org.optihal.hal.error.ErrorContext;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.event.Events;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.hal.link.LinkOpener;
import org.optihal.hal.link.WireTaps;
import org.optihal.hal.point.Address;
import org.optihal.hal.point.Point;
import org.optihal.hal.spi.DeviceContext;
import org.optihal.hal.spi.Emulation;
import org.optihal.hal.spi.EmulationProvider;
import org.optihal.hal.spi.SimpleDeviceContext;

/**
 * An open bench: its devices, its clock, its events. Opening does no I/O; each device is connected
 * by its user.
 *
 * <pre>{@code
 * try (Hal hal = Hal.open(bench)) {
 *   Device device = hal.device("tx-laser");
 *   device.connect(Access.CONTROL, Deadline.in(hal.clock(), Duration.ofSeconds(5)));
 *   Laser laser = device.as(Laser.class);
 *   laser.frequency().apply(UnitText.frequency("193.1 THz"));
 * }
 * }</pre>
 */
public final class Hal implements AutoCloseable {
  private final Bench bench;
  private final HalClock clock;
  private final Events events;
  private final PollScheduler scheduler;
  private final @Nullable Emulation emulation;
  private final WireTaps taps = new WireTaps();
  private final Map<String, LinkOpener> openers = new TreeMap<>();
  private final Map<String, Device> devices = new LinkedHashMap<>();
  private final Map<Class<?>, Object> shared = new LinkedHashMap<>();
  private final List<Throwable> pollFailures = Collections.synchronizedList(new ArrayList<>());

  private Hal(
      Bench bench, HalClock clock, Drivers drivers, @Nullable Emulation emulation, long seed) {
    this.bench = bench;
    this.clock = clock;
    this.emulation = emulation;
    this.events = new Events(clock);
    this.scheduler = new PollScheduler(clock, this::pollFailed);
    ServiceLoader.load(LinkOpener.class).forEach(this::add);
    if (emulation != null) {
      add(emulation.links());
    }
    for (DeviceEntry entry : bench.devices().values()) {
      SplittableRandom random = new SplittableRandom(seed ^ spread(entry.id()));
      devices.put(entry.id(), drivers.named(entry.driver()).create(context(entry, random)));
    }
  }

  /** The real devices of a bench. */
  public static Hal open(Bench bench) {
    return new Hal(bench, RealClock.get(), Drivers.installed(), null, RealClock.get().nanos());
  }

  /**
   * The emulated devices of a bench, over links in memory.
   *
   * @param clock virtual and entered by the caller for reproducible runs, else the real one
   * @throws HalException NOT_FOUND when no emulation is on the class path
   */
  public static Hal emulate(Bench bench, long seed, HalClock clock) {
    EmulationProvider provider =
        ServiceLoader.load(EmulationProvider.class)
            .findFirst()
            .orElseThrow(
                () ->
                    new HalException(
                            Kind.NOT_FOUND,
                            Outcome.NOT_APPLICABLE,
                            "no emulation is on the class path")
                        .advise("add org.optihal:emulators"));
    Emulation e = provider.create(bench, seed, clock);
    return new Hal(e.bench(), clock, Drivers.installed(), e, seed);
  }

  private DeviceContext context(DeviceEntry entry, SplittableRandom random) {
    return new SimpleDeviceContext(
        entry, clock, scheduler, events, taps, url -> opener(entry, url), random, shared);
  }

  private LinkOpener opener(DeviceEntry entry, DeviceUrl url) {
    LinkOpener o = openers.get(url.scheme());
    if (o == null) {
      throw HalException.configuration("nothing opens '" + url.scheme() + ":' links")
          .at(entry.id())
          .advise("known are: " + String.join(" ", openers.keySet()));
    }
    return o;
  }

  private void add(LinkOpener opener) {
    for (String scheme : opener.schemes()) {
      openers.put(scheme, opener);
    }
  }

  /** The same number for the same text on every machine and run. */
  private static long spread(String text) {
    long h = 0xcbf29ce484222325L; // FNV-1a, 64 bit
    for (int i = 0; i < text.length(); i++) {
      h = (h ^ text.charAt(i)) * 0x100000001b3L;
    }
    return h;
  }

  private void pollFailed(Throwable t) {
    if (pollFailures.size() < 100) {
      pollFailures.add(t);
    }
  }

  /**
   * Failures of polls that their drivers did not handle: each is a bug to report; at most a hundred
   * are kept.
   */
  public List<Throwable> pollFailures() {
    return List.copyOf(pollFailures);
  }

  public Bench bench() {
    return bench;
  }

  public HalClock clock() {
    return clock;
  }

  public Events events() {
    return events;
  }

  public PollScheduler scheduler() {
    return scheduler;
  }

  /** Where all links can be listened to. */
  public WireTaps taps() {
    return taps;
  }

  /** The emulation behind the devices, if they are emulated. */
  public Optional<Emulation> emulation() {
    return Optional.ofNullable(emulation);
  }

  /** In the order of the bench file. */
  public Collection<Device> devices() {
    return Collections.unmodifiableCollection(devices.values());
  }

  /**
   * The device with this id.
   *
   * @throws HalException NOT_FOUND, listing the devices there are
   */
  public Device device(String id) {
    Device d = devices.get(id);
    if (d == null) {
      throw new HalException(
              Kind.NOT_FOUND, Outcome.NOT_APPLICABLE, "there is no device '" + id + "'")
          .advise("the bench has: " + String.join(" ", devices.keySet()));
    }
    return d;
  }

  /**
   * The point with this address.
   *
   * @throws HalException NOT_FOUND, listing the points there are
   */
  public Point point(Address address) {
    Device d = device(address.device());
    return d.point(address.tail())
        .orElseThrow(
            () ->
                new HalException(
                        Kind.NOT_FOUND,
                        Outcome.NOT_APPLICABLE,
                        d.id() + " has no point '" + address.tail() + "'")
                    .advise(
                        "it has: "
                            + String.join(
                                " ", d.points().stream().map(p -> p.address().tail()).toList())));
  }

  /** Closes every device as its entry says, then what they share. */
  @Override
  public void close() {
    List<AutoCloseable> all = new ArrayList<>(devices.values());
    all.add(scheduler);
    shared.values().stream()
        .filter(AutoCloseable.class::isInstance)
        .map(AutoCloseable.class::cast)
        .forEach(all::add);
    if (emulation != null) {
      all.add(emulation);
    }
    closeAll(all);
  }

  /** Each of them, whatever the others do; throws the first failure with the others suppressed. */
  private static void closeAll(List<AutoCloseable> all) {
    RuntimeException first = null;
    for (AutoCloseable c : all) {
      try {
        c.close();
      } catch (Exception e) {
        RuntimeException failure = e instanceof RuntimeException r ? r : closingFailed(e);
        if (first == null) {
          first = failure;
        } else {
          first.addSuppressed(failure);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private static HalException closingFailed(Exception e) {
    return new HalException(
        Kind.DEVICE_FAULT, Outcome.UNKNOWN, "closing failed: " + e, ErrorContext.NONE, e);
  }
}
