package org.optihal.protocols.itla;

/** The data word of register DitherE: bit 1 switches dither on, bits 5:4 choose the waveform. */
public record DitherEnable(int word) {
  private static final int ENABLE = 1 << 1;
  private static final int WAVEFORM_SHIFT = 4;
  private static final int WAVEFORM_MASK = 3;

  /** The waveforms that public clients name, each with its code. */
  public enum Waveform {
    SINE(0),
    TRIANGLE(1);

    private final int code;

    Waveform(int code) {
      this.code = code;
    }

    /** The two-bit code. */
    public int code() {
      return code;
    }
  }

  /** Takes a word of 0..0xFFFF. */
  public DitherEnable {
    Words.require(word);
  }

  /** The word that switches dither with {@code waveform} on or off. */
  public static DitherEnable of(boolean enabled, Waveform waveform) {
    return new DitherEnable((enabled ? ENABLE : 0) | (waveform.code << WAVEFORM_SHIFT));
  }

  /** Whether dither is on. */
  public boolean isEnabled() {
    return (word & ENABLE) != 0;
  }

  /** The two-bit waveform code; assumed to be two bits wide. */
  public int waveformCode() {
    return (word >>> WAVEFORM_SHIFT) & WAVEFORM_MASK;
  }
}
