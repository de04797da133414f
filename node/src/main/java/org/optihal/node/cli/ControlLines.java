package org.optihal.node.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** Lines of another program, none of them longer than a command can be. */
final class ControlLines implements AutoCloseable {
  private static final int MAX_LINE = 16_384;

  private final Reader in;

  ControlLines(InputStream in, Charset charset) {
    this.in = new BufferedReader(new InputStreamReader(in, charset));
  }

  /** The next line, or null at the end. */
  @Nullable String next() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        return line.isEmpty() ? null : line.toString();
      }
      if (line.length() == MAX_LINE) {
        throw new IOException("a line is longer than " + MAX_LINE + " characters");
      }
      line.append((char) c);
    }
    return line.toString().strip();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
