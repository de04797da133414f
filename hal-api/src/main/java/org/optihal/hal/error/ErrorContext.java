package org.optihal.hal.error;

import org.jspecify.annotations.Nullable;

/**
 * Where an error happened and what the device itself said.
 *
 * @param device id of the device, or null
 * @param link redacted URL of the link, or null
 * @param deviceCode the device's own error code, or null
 * @param deviceText the device's own words, or null
 * @param bytes last bytes seen on the wire in hex, or null
 * @param advice what a person can do about it, or null
 */
public record ErrorContext(
    @Nullable String device,
    @Nullable String link,
    @Nullable String deviceCode,
    @Nullable String deviceText,
    @Nullable String bytes,
    @Nullable String advice) {
  /** Nothing known yet. */
  public static final ErrorContext NONE = new ErrorContext(null, null, null, null, null, null);

  /** This context, with the gaps filled from {@code other}. */
  public ErrorContext orElse(ErrorContext other) {
    return new ErrorContext(
        first(device, other.device),
        first(link, other.link),
        first(deviceCode, other.deviceCode),
        first(deviceText, other.deviceText),
        first(bytes, other.bytes),
        first(advice, other.advice));
  }

  private static @Nullable String first(@Nullable String a, @Nullable String b) {
    return a != null ? a : b;
  }
}
