package org.optihal.protocols.itla;

/** Bits of the firmware download registers DLConfig and DLStatus. */
public final class DlConfig {
  public static final int INIT_WRITE = 1;
  public static final int ABORT = 1 << 1;
  public static final int DONE = 1 << 2;
  public static final int INIT_CHECK = 1 << 4;
  public static final int INIT_RUN = 1 << 5;

  /** DLStatus: the image received is complete and sound. */
  public static final int STATUS_VALID = 1;

  private static final int RUN_VERSION_SHIFT = 8;
  private static final int TYPE_SHIFT = 12;
  private static final int FIELD_MASK = 0xF;

  private DlConfig() {}

  /** RUNV: which image to run, 0..15. */
  public static int runVersion(int word) {
    return (word >>> RUN_VERSION_SHIFT) & FIELD_MASK;
  }

  /** TYPE: the kind of download, 0..15. */
  public static int type(int word) {
    return (word >>> TYPE_SHIFT) & FIELD_MASK;
  }
}
