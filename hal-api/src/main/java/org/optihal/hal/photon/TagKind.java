package org.optihal.hal.photon;

/** What stands at a place of a stream: a detection, or something to know about the detections. */
public enum TagKind {
  DETECTION,
  /** A detection that the device made itself to test the detector. */
  SEEDED,
  /** A signal at a marker input. */
  MARKER,
  /** From here on tags may be missing. */
  OVERFLOW_BEGIN,
  OVERFLOW_END,
  /** Tags of the channel were lost: {@link TagBatch#missed} of them. */
  MISSED,
  /** From here on times may be off by whole wraps of the device's counter. */
  TIME_UNCERTAIN,
  /** Bytes that were no tags. */
  GARBLED
}
