package org.optihal.protocols.itla;

/**
 * The bits of StatusF and StatusW, by position. Both registers share the layout; bits 3:0 and 11:8
 * tell of fatal deviations in the one and of warnings in the other.
 */
public enum StatusBit {
  POWER_LATCHED(0, "PWRL"),
  THERMAL_LATCHED(1, "THERML"),
  FREQUENCY_LATCHED(2, "FREQL"),
  VENDOR_LATCHED(3, "VSFL"),
  /** The serial interface was reset. */
  COMMUNICATION_RESET(4, "CRL"),
  /** The module restarted, so its volatile settings are gone. */
  MODULE_RESTARTED(5, "MRL"),
  /** A request arrived damaged. */
  COMMUNICATION_ERROR(6, "CEL"),
  /** A request was refused. */
  EXECUTION_ERROR(7, "XEL"),
  POWER(8, "PWR"),
  THERMAL(9, "THERM"),
  FREQUENCY(10, "FREQ"),
  VENDOR(11, "VSF"),
  /** The output is held off; some modules never set it. */
  DISABLED(12, "DIS"),
  FATAL(13, "FATAL"),
  ALARM(14, "ALM"),
  SERVICE_REQUEST(15, "SRQ");

  private final int mask;
  private final String mnemonic;

  StatusBit(int position, String mnemonic) {
    this.mask = 1 << position;
    this.mnemonic = mnemonic;
  }

  /** The bit in place, such as 0x1000 for {@link #DISABLED}. */
  public int mask() {
    return mask;
  }

  /** The name in the standard, less the leading F or W of the bits that differ by register. */
  public String mnemonic() {
    return mnemonic;
  }

  /** Whether the bit stays set until it is written as 1: positions 0 to 7. */
  public boolean isLatched() {
    return (mask & StatusWord.CLEAR_LATCHES) != 0;
  }
}
