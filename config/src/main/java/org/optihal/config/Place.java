package org.optihal.config;

/**
 * Where something was written.
 *
 * @param source name of the file or of the command-line option
 * @param line from 1, or 0 when the source has no lines
 * @param column in characters from 1, or 0 when the source has no lines
 */
record Place(String source, int line, int column) {
  boolean hasLines() {
    return line > 0;
  }

  @Override
  public String toString() {
    return hasLines() ? source + ":" + line + ":" + column : source;
  }
}
