package org.optihal.hal.spi;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.PollScheduler;
import org.optihal.hal.event.Events;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.hal.link.LinkOpener;
import org.optihal.hal.link.WireTaps;

/**
 * A device context made of its parts; devices that are opened together have all but entry and
 * random numbers in common.
 *
 * @param openers the opener for a URL, or HalException CONFIGURATION
 * @param sharedObjects what {@link #shared} made so far
 */
public record SimpleDeviceContext(
    DeviceEntry entry,
    HalClock clock,
    PollScheduler scheduler,
    Events events,
    WireTaps taps,
    Function<DeviceUrl, LinkOpener> openers,
    SplittableRandom random,
    Map<Class<?>, Object> sharedObjects)
    implements DeviceContext {

  /**
   * The context of a device that stands alone, to try a driver with.
   *
   * @param opener opens all its links
   * @param onPollFailure told of polls that failed
   */
  public static SimpleDeviceContext alone(
      DeviceEntry entry, HalClock clock, LinkOpener opener, Consumer<Throwable> onPollFailure) {
    return new SimpleDeviceContext(
        entry,
        clock,
        new PollScheduler(clock, onPollFailure),
        new Events(clock),
        new WireTaps(),
        url -> opener,
        new SplittableRandom(1),
        new HashMap<>());
  }

  /** The context of another device that is opened together with this one. */
  public SimpleDeviceContext of(DeviceEntry other) {
    return new SimpleDeviceContext(
        other, clock, scheduler, events, taps, openers, random.split(), sharedObjects);
  }

  @Override
  public LinkOpener opener(DeviceUrl url) {
    return openers.apply(url);
  }

  @Override
  public <T> T shared(Class<T> type, Function<HalClock, T> factory) {
    synchronized (sharedObjects) {
      return type.cast(sharedObjects.computeIfAbsent(type, t -> factory.apply(clock)));
    }
  }
}
