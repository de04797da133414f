package org.optihal.emulators.wire;

import java.util.List;

/** What a bad cable does to bytes on their way. */
@FunctionalInterface
public interface ByteFilter {
  /** Which way bytes go. */
  enum Direction {
    TO_DEVICE,
    TO_CLIENT
  }

  /**
   * Bytes that come out together.
   *
   * @param bytes what is left of them
   * @param delayNanos how much later they, and all that follow, come out
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Piece(byte[] bytes, long delayNanos) {}

  /** What comes out for bytes that went in together; nothing at all when they are lost. */
  List<Piece> pass(Direction direction, byte[] bytes, long nanos);
}
