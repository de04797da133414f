package org.optihal.protocols.itla;

import org.jspecify.annotations.Nullable;

/** The values of the Pure Photonics register 0x90. */
public enum LowNoiseMode {
  /** Normal operation: locking dither on. */
  DITHER(0),
  /** Locking dither off. */
  NO_DITHER(1),
  /** The quietest mode; what else it stops is not published. */
  WHISPER(2);

  private static final LowNoiseMode[] BY_CODE = values();

  private final int code;

  LowNoiseMode(int code) {
    this.code = code;
  }

  /** The register value. */
  public int code() {
    return code;
  }

  /** The mode with {@code code}, or null for a code without known meaning. */
  public static @Nullable LowNoiseMode of(int code) {
    return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
  }
}
