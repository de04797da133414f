package org.optihal.protocols.itla;

/** Why a command was refused: the error field of {@link NopWord}. */
public enum ItlaError {
  OK(0x0, "no error"),
  RNI(0x1, "the register is not implemented"),
  RNW(0x2, "the register cannot be written"),
  RVE(0x3, "the value is out of range for the register"),
  CIP(0x4, "ignored while another operation is pending"),
  CII(0x5, "ignored while the module is initializing"),
  ERE(0x6, "the extended address is out of range"),
  ERO(0x7, "the extended address is read-only"),
  EXF(0x8, "the command was accepted and its execution failed"),
  CIE(0x9, "ignored while the optical output is enabled"),
  IVC(0xA, "the configuration is invalid"),
  RESERVED_B(0xB, "reserved error code 0xB"),
  RESERVED_C(0xC, "reserved error code 0xC"),
  RESERVED_D(0xD, "reserved error code 0xD"),
  RESERVED_E(0xE, "reserved error code 0xE"),
  VSE(0xF, "vendor-specific error");

  private static final ItlaError[] BY_CODE = values();

  private final int code;
  private final String sentence;

  ItlaError(int code, String sentence) {
    this.code = code;
    this.sentence = sentence;
  }

  /** The error field, 0..15. */
  public int code() {
    return code;
  }

  /** What the code means, to follow "laser refused register 0x35: ". */
  public String sentence() {
    return sentence;
  }

  /** Whether the standard leaves the code without a meaning. */
  public boolean isReserved() {
    return code > IVC.code && code < VSE.code;
  }

  /** The error of the lower four bits of {@code code}. */
  public static ItlaError of(int code) {
    return BY_CODE[code & 0xF];
  }
}
