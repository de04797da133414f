package org.optihal.hal.spi;

import java.util.SplittableRandom;
import java.util.function.Function;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.PollScheduler;
import org.optihal.hal.event.Events;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.hal.link.LinkOpener;
import org.optihal.hal.link.WireTaps;

/** What a driver gets to make a device with. */
public interface DeviceContext {
  DeviceEntry entry();

  HalClock clock();

  PollScheduler scheduler();

  Events events();

  /**
   * The opener for a URL.
   *
   * @throws org.optihal.hal.error.HalException CONFIGURATION, naming the schemes that are known
   */
  LinkOpener opener(DeviceUrl url);

  /** Where the device's links can be listened to. */
  WireTaps taps();

  /**
   * Random numbers of this device alone, stable when devices are added; for jitter, never for
   * secrets.
   */
  SplittableRandom random();

  /**
   * One object for all devices opened together, made by the first who asks; closed with them if it
   * can be.
   */
  <T> T shared(Class<T> type, Function<HalClock, T> factory);
}
