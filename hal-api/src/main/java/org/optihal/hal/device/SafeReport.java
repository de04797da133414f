package org.optihal.hal.device;

/**
 * What making a device safe achieved. It never says that light is off: only what was seen, by what,
 * down to which floor.
 *
 * @param outcome how far it is known
 * @param text evidence in words: sensor, floor, time
 */
public record SafeReport(Outcome outcome, String text) {
  /** How far darkness is known. */
  public enum Outcome {
    /** A sensor saw no emission, down to its floor. */
    VERIFIED_DARK,
    /** The command was accepted, and nothing could verify it. */
    SENT_UNVERIFIED,
    /** It could not be sent; it is the first thing to happen after reconnect. */
    PENDING_UNREACHABLE,
    /** The device cannot emit and cannot hurt a detector. */
    NOTHING_TO_DO
  }
}
