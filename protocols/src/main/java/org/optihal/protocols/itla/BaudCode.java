package org.optihal.protocols.itla;

import org.jspecify.annotations.Nullable;

/**
 * The line speeds that IOCap can name.
 *
 * <p>Codes 0 and 4 are used by public clients. Assumed: codes 1, 2 and 3.
 */
public enum BaudCode {
  BAUD_9600(0, 9_600),
  BAUD_19200(1, 19_200),
  BAUD_38400(2, 38_400),
  BAUD_57600(3, 57_600),
  BAUD_115200(4, 115_200);

  private static final BaudCode[] BY_CODE = values();

  private final int code;
  private final int baud;

  BaudCode(int code, int baud) {
    this.code = code;
    this.baud = baud;
  }

  /** The four-bit code. */
  public int code() {
    return code;
  }

  /** The line speed in bits per second. */
  public int baud() {
    return baud;
  }

  /** The speed with {@code code}, or null for a code without known meaning. */
  public static @Nullable BaudCode of(int code) {
    return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
  }

  /** The code for {@code baud} bits per second, or null where ITLA has none. */
  public static @Nullable BaudCode ofBaud(int baud) {
    for (BaudCode code : BY_CODE) {
      if (code.baud == baud) {
        return code;
      }
    }
    return null;
  }
}
