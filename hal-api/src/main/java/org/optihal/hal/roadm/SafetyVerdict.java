package org.optihal.hal.roadm;

/**
 * What the light safety guard says of a change.
 *
 * @param reason rule and number, or why nobody judged
 */
public record SafetyVerdict(Decision decision, String reason) {
  /** Whether the guard lets it through. */
  public enum Decision {
    ALLOWED,
    REFUSED,
    /** No guard is installed. */
    NOT_JUDGED
  }
}
