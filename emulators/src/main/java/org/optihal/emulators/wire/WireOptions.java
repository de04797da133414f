package org.optihal.emulators.wire;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.optihal.hal.error.HalException;
import org.optihal.hal.point.ValueType;
import org.optihal.hal.spi.OptionDeclaration;

/** What a bench entry may say about the wire of an emulated device, whatever the device is. */
public final class WireOptions {
  private static final OptionDeclaration<Duration> LATENCY =
      new OptionDeclaration<>(
          "latency",
          ValueType.DURATION,
          Duration.ofNanos(300_000),
          "time the device thinks before it answers");
  private static final OptionDeclaration<Duration> JITTER =
      new OptionDeclaration<>(
          "latency-jitter",
          ValueType.DURATION,
          Duration.ofNanos(200_000),
          "up to this much longer, at random");
  private static final OptionDeclaration<Boolean> BAUD_CHECK =
      new OptionDeclaration<>(
          "baud-check",
          ValueType.BOOLEAN,
          true,
          "whether a client at another line speed gets garbage");

  /** All of them. */
  public static final List<OptionDeclaration<?>> ALL = List.of(LATENCY, JITTER, BAUD_CHECK);

  private WireOptions() {}

  /**
   * How long the device thinks.
   *
   * @param random of this link alone
   * @throws HalException CONFIGURATION
   */
  public static Latency latency(Map<String, String> options, SplittableRandom random) {
    Duration base = LATENCY.from(options);
    Duration jitter = JITTER.from(options);
    if (base.isNegative() || jitter.isNegative()) {
      throw HalException.configuration("a latency is not negative");
    }
    return new Latency(base, jitter, random);
  }

  /**
   * Whether a client at another line speed gets garbage.
   *
   * @throws HalException CONFIGURATION
   */
  public static boolean checksBaud(Map<String, String> options) {
    return BAUD_CHECK.from(options);
  }
}
