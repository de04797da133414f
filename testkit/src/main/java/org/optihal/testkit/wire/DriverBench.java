package org.optihal.testkit.wire;

import java.util.HashMap;
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

/** What a driver needs to make one device, whose links all lead to one opener. */
public final class DriverBench implements DeviceContext {
  private final DeviceEntry entry;
  private final HalClock clock;
  private final LinkOpener opener;
  private final PollScheduler scheduler;
  private final Events events;
  private final WireTaps taps = new WireTaps();
  private final SplittableRandom random = new SplittableRandom(1);
  private final Map<Class<?>, Object> shared = new HashMap<>();

  public DriverBench(DeviceEntry entry, HalClock clock, LinkOpener opener) {
    this.entry = entry;
    this.clock = clock;
    this.opener = opener;
    this.events = new Events(clock);
    this.scheduler =
        new PollScheduler(
            clock,
            t -> {
              throw new AssertionError("a poll failed: " + t, t);
            });
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
    return random;
  }

  @Override
  public <T> T shared(Class<T> type, Function<HalClock, T> factory) {
    synchronized (shared) {
      return type.cast(shared.computeIfAbsent(type, t -> factory.apply(clock)));
    }
  }
}
