package org.optihal.protocols.itla;

/** The two status bits of a module packet: how a command went. */
public enum ItlaStatus {
  /** Done; the data word holds the value. */
  OK(0),
  /** Execution error: refused; reading NOP tells why. */
  XE(1),
  /** Automatic extended addressing: the data word is a byte count, the content follows at 0x0B. */
  AEA(2),
  /** Command pending: accepted and under way; NOP shows when it is over. Not an error. */
  CP(3);

  private static final ItlaStatus[] BY_CODE = values();

  private final int code;

  ItlaStatus(int code) {
    this.code = code;
  }

  /** The two bits, 0..3. */
  public int code() {
    return code;
  }

  /** The status of the lower two bits of {@code code}. */
  public static ItlaStatus of(int code) {
    return BY_CODE[code & 3];
  }
}
