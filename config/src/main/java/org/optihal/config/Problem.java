package org.optihal.config;

/**
 * What is wrong at one place of a bench file.
 *
 * @param source name of the file, or {@code --set device.key}
 * @param line from 1, or 0 when the source has no lines
 * @param column in characters from 1, or 0 when the source has no lines
 * @param text one line without a final stop
 */
public record Problem(String source, int line, int column, String text) {
  private static final int MAX_TEXT = 500;

  public Problem {
    source = oneLine(source);
    text = oneLine(text);
  }

  /** The text may quote a hostile file: no control characters, no reversed writing, no end. */
  private static String oneLine(String s) {
    String cut = s.length() > MAX_TEXT ? s.substring(0, MAX_TEXT) + "…" : s;
    return cut.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "?");
  }

  /** {@code benches/x.yaml:12:5: text}. */
  @Override
  public String toString() {
    return new Place(source, line, column) + ": " + text;
  }
}
