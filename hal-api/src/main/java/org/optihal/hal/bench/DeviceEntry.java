package org.optihal.hal.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.optihal.hal.link.DeviceUrl;

/**
 * One device of a bench.
 *
 * @param id unique in the bench
 * @param driver code of the driver
 * @param links URL by link name
 * @param uses address of another device's unit by role, such as a tagger input
 * @param identity what the device must say of itself, by name ({@code serial}, {@code model},
 *     {@code manufacturer})
 * @param options by name, as text; the driver's declarations give them types and defaults
 * @param limits by name, as text, such as {@code max-input}
 * @param onStop what happens to the device when the program stops
 * @param onLinkLoss what happens to it after its link came back
 * @param emulator options of its emulator by name, as text; without effect on real devices
 */
public record DeviceEntry(
    String id,
    String driver,
    Map<String, DeviceUrl> links,
    Map<String, String> uses,
    Map<String, String> identity,
    Map<String, String> options,
    Map<String, String> limits,
    StopPolicy onStop,
    ReconnectPolicy onLinkLoss,
    Map<String, String> emulator) {
  /** What closing a controlled device leaves behind. */
  public enum StopPolicy {
    /** Make it safe, verify, then let go. */
    SAFE,
    /** Let go and send nothing. */
    HOLD
  }

  /** What reconnecting to a controlled device does first. */
  public enum ReconnectPolicy {
    /** Take the device's state as it is. */
    ADOPT,
    /** Make it safe. */
    SAFE
  }

  public DeviceEntry {
    links = ordered(links);
    uses = ordered(uses);
    identity = ordered(identity);
    options = ordered(options);
    limits = ordered(limits);
    emulator = ordered(emulator);
  }

  /** A device whose emulator, if it gets one, is as it comes. */
  public DeviceEntry(
      String id,
      String driver,
      Map<String, DeviceUrl> links,
      Map<String, String> uses,
      Map<String, String> identity,
      Map<String, String> options,
      Map<String, String> limits,
      StopPolicy onStop,
      ReconnectPolicy onLinkLoss) {
    this(id, driver, links, uses, identity, options, limits, onStop, onLinkLoss, Map.of());
  }

  private static <V> Map<String, V> ordered(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** A device given on the command line: one link, safe on stop. */
  public static DeviceEntry of(String id, String driver, Map<String, DeviceUrl> links) {
    return new DeviceEntry(
        id,
        driver,
        links,
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        StopPolicy.SAFE,
        ReconnectPolicy.SAFE);
  }
}
