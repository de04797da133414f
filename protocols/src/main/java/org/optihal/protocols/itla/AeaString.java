package org.optihal.protocols.itla;

import java.util.Locale;

/**
 * Text by automatic extended addressing: ASCII, ended by NUL, two characters to a word with the
 * first one in the upper byte.
 */
public final class AeaString {
  /** The most bytes an ITLA text takes, NUL included. */
  public static final int MAX_BYTES = 80;

  private AeaString() {}

  /** The bytes that {@code text} takes, NUL included: the data word of the AEA reply. */
  public static int byteCount(String text) {
    if (text.length() >= MAX_BYTES) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "an ITLA text has at most %d characters, got %d",
              MAX_BYTES - 1,
              text.length()));
    }
    return text.length() + 1;
  }

  /** The reads of AEA-EAR that {@code byteCount} bytes call for, at most 40 whatever the count. */
  public static int wordCount(int byteCount) {
    return (clamp(byteCount) + 1) / 2;
  }

  /** Packs printable ASCII, at most 79 characters, with its NUL and, to fill up, another. */
  public static int[] pack(String text) {
    int[] words = new int[wordCount(byteCount(text))];
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isPrintable(c)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "an ITLA text is printable ASCII, got U+%04X at index %d",
                (int) c,
                i));
      }
      words[i / 2] |= i % 2 == 0 ? c << 8 : c;
    }
    return words;
  }

  /**
   * Unpacks the text up to NUL, {@code byteCount}, the end of {@code words} or 80 bytes, whichever
   * comes first.
   *
   * <p>The module is not trusted: a byte that is not printable ASCII appears as {@code \xHH} and a
   * backslash as two, so the result is safe in a log line and still unambiguous.
   */
  public static String unpack(int[] words, int byteCount) {
    int length = Math.min(clamp(byteCount), 2 * words.length);
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      char c = (char) ((i % 2 == 0 ? words[i / 2] >>> 8 : words[i / 2]) & 0xFF);
      if (c == 0) {
        break;
      }
      if (c == '\\') {
        text.append("\\\\");
      } else if (isPrintable(c)) {
        text.append(c);
      } else {
        text.append(String.format(Locale.ROOT, "\\x%02X", (int) c));
      }
    }
    return text.toString();
  }

  private static int clamp(int byteCount) {
    return Math.max(0, Math.min(byteCount, MAX_BYTES));
  }

  private static boolean isPrintable(char c) {
    return c >= ' ' && c <= '~';
  }
}
