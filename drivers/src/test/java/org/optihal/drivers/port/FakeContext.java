package org.optihal.drivers.port;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.PollScheduler;
import org.optihal.hal.event.Events;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.hal.link.LinkOpener;
import org.optihal.hal.link.WireTaps;
import org.optihal.hal.spi.DeviceContext;

/** What the devices of one bench are given; {@link #of} makes the view of another device. */
final class FakeContext implements DeviceContext {
  private final DeviceEntry entry;
  private final HalClock clock;
  private final LinkOpener opener;
  private final List<Throwable> failures;
  private final PollScheduler scheduler;
  private final Events events;
  private final WireTaps taps;
  private final Map<Class<?>, Object> shared;

  FakeContext(HalClock clock, LinkOpener opener) {
    this.entry = DeviceEntry.of("a", "fake", Map.of());
    this.clock = clock;
    this.opener = opener;
    this.failures = new ArrayList<>();
    this.scheduler = new PollScheduler(clock, failures::add);
    this.events = new Events(clock);
    this.taps = new WireTaps();
    this.shared = new HashMap<>();
  }

  private FakeContext(FakeContext first, String id) {
    this.entry = DeviceEntry.of(id, "fake", Map.of());
    this.clock = first.clock;
    this.opener = first.opener;
    this.failures = first.failures;
    this.scheduler = first.scheduler;
    this.events = first.events;
    this.taps = first.taps;
    this.shared = first.shared;
  }

  FakeContext of(String id) {
    return new FakeContext(this, id);
  }

  /** What the scheduler's tasks threw. */
  List<Throwable> failures() {
    return failures;
  }

  @Override
  public DeviceEntry entry() {
    return entry;
  }

  @Override
  public HalClock clock() {
    return clock;
  }

  @Override
  public PollScheduler scheduler() {
    return scheduler;
  }

  @Override
  public Events events() {
    return events;
  }

  @Override
  public LinkOpener opener(DeviceUrl url) {
    return opener;
  }

  @Override
  public WireTaps taps() {
    return taps;
  }

  @Override
  public SplittableRandom random() {
    return new SplittableRandom(1);
  }

  @Override
  public <T> T shared(Class<T> type, Function<HalClock, T> factory) {
    return type.cast(shared.computeIfAbsent(type, t -> factory.apply(clock)));
  }
}
