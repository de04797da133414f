package org.optihal.emulators.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.optihal.emulators.wire.EmulatedLink;
import org.optihal.hal.clock.Cancellable;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.error.HalException;
import org.optihal.hal.spi.Faults;
import org.optihal.hal.spi.OptionDeclaration;

/** Carries fault plans out on the devices of one emulation. */
public final class BenchFaults implements Faults {
  private static final int MAX_LOG = 100_000;
  private static final long MAX_COUNT = 1_000_000;
  private static final Duration MAX_DURATION = Duration.ofHours(1);

  private final HalClock clock;
  private final Object monitor;
  private final long start;
  private final Map<String, FaultTarget> devices;
  private final Map<String, Map<String, WireFaults>> links = new TreeMap<>();
  private final List<String> log = new ArrayList<>();
  private final List<Cancellable> pending = new ArrayList<>();

  /**
   * @param monitor of the emulation
   * @param start its time zero
   */
  public BenchFaults(
      HalClock clock,
      Object monitor,
      long start,
      Map<String, ? extends FaultTarget> devices,
      Collection<EmulatedLink> links) {
    this.clock = clock;
    this.monitor = monitor;
    this.start = start;
    this.devices = new LinkedHashMap<>(devices);
    for (EmulatedLink link : links) {
      this.links
          .computeIfAbsent(link.device(), id -> new TreeMap<>())
          .put(link.name(), new WireFaults(link));
    }
  }

  /** What can go wrong on every byte link. */
  public static List<FaultKind> wireFaults() {
    return Arrays.stream(WireFault.values()).map(WireFault::kind).toList();
  }

  @Override
  public void plan(List<String> lines) {
    List<FaultStep> steps = FaultPlan.parse(lines).steps();
    for (int i = 0; i < steps.size(); i++) {
      try {
        check(steps.get(i));
      } catch (HalException e) {
        throw FaultPlan.inLine(lineOf(lines, i), e);
      }
    }
    long now = clock.nanos();
    synchronized (monitor) {
      for (FaultStep step : steps) {
        long delay = Math.max(0, start + step.nanos() - now);
        pending.add(clock.after(delay, () -> carryOut(step)));
      }
    }
  }

  /** Number of the line that holds step {@code index}, empty lines and comments skipped. */
  private static int lineOf(List<String> lines, int index) {
    int left = index;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#") && left-- == 0) {
        return i + 1;
      }
    }
    return lines.size();
  }

  @Override
  public void now(String step) {
    FaultStep parsed = FaultStep.parse(step, clock.nanos() - start);
    check(parsed);
    carryOut(parsed);
  }

  @Override
  public void unplug(String device) {
    now(device + " " + WireFault.UNPLUG.kind().name());
  }

  @Override
  public void replug(String device) {
    now(device + " " + WireFault.REPLUG.kind().name());
  }

  @Override
  public List<String> log() {
    synchronized (monitor) {
      return List.copyOf(log);
    }
  }

  private void carryOut(FaultStep step) {
    synchronized (monitor) {
      long nanos = clock.nanos();
      if (log.size() < MAX_LOG) {
        log.add(step.at(Math.max(0, nanos - start)).toString());
      }
      WireFault wire = wireFault(step.fault());
      if (wire != null) {
        target(step).forEach(link -> link.start(wire, step.parameters(), nanos));
      } else {
        device(step).fault(step, nanos);
      }
    }
  }

  private FaultTarget device(FaultStep step) {
    FaultTarget device = devices.get(step.device());
    if (device == null) {
      throw HalException.configuration("there is no device '" + step.device() + "'")
          .advise("the bench has: " + String.join(" ", devices.keySet()));
    }
    return device;
  }

  private Collection<WireFaults> target(FaultStep step) {
    Map<String, WireFaults> all = links.getOrDefault(step.device(), Map.of());
    if (step.link().isEmpty()) {
      return all.values();
    }
    WireFaults one = all.get(step.link());
    if (one == null) {
      throw HalException.configuration(step.device() + " has no link '" + step.link() + "'")
          .advise("it has: " + String.join(" ", all.keySet()));
    }
    return List.of(one);
  }

  private static @Nullable WireFault wireFault(String name) {
    for (WireFault fault : WireFault.values()) {
      if (fault.kind().name().equals(name)) {
        return fault;
      }
    }
    return null;
  }

  private void check(FaultStep step) {
    FaultTarget device = device(step);
    target(step);
    WireFault wire = wireFault(step.fault());
    List<FaultKind> own = device.faults();
    FaultKind kind =
        wire != null
            ? wire.kind()
            : own.stream().filter(k -> k.name().equals(step.fault())).findFirst().orElse(null);
    if (kind == null) {
      List<String> names = new ArrayList<>(wireFaults().stream().map(FaultKind::name).toList());
      own.forEach(k -> names.add(k.name()));
      throw HalException.configuration("there is no fault '" + step.fault() + "'")
          .advise(step.device() + " knows: " + String.join(" ", names));
    }
    List<String> names = kind.parameters().stream().map(OptionDeclaration::name).toList();
    for (String name : step.parameters().keySet()) {
      if (!names.contains(name)) {
        throw HalException.configuration(step.fault() + " has no parameter '" + name + "'")
            .advise("it has: " + (names.isEmpty() ? "none" : String.join(" ", names)));
      }
    }
    for (OptionDeclaration<?> parameter : kind.parameters()) {
      checkRange(parameter.name(), parameter.from(step.parameters()));
    }
    if (wire != null) {
      WireFaults.check(wire, step.parameters());
    } else {
      device.check(step);
    }
  }

  /** Faults last and count as far as a plan can sensibly reach. */
  private static void checkRange(String name, @Nullable Object value) {
    if (value instanceof Long count && (count < 0 || count > MAX_COUNT)) {
      throw HalException.configuration(name + " is 0 to " + MAX_COUNT);
    }
    if (value instanceof Duration d && (d.isNegative() || d.compareTo(MAX_DURATION) > 0)) {
      throw HalException.configuration(name + " is 0 s to 1 h");
    }
  }

  /** Takes back what is still to come. */
  public void close() {
    synchronized (monitor) {
      pending.forEach(Cancellable::cancel);
      pending.clear();
    }
  }
}
