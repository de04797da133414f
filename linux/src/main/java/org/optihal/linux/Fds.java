package org.optihal.linux;

import java.io.File;
import java.io.IOException;

/** The open descriptors of this process, for tests that nothing leaks. */
public final class Fds {
  private static final String DIRECTORY = "/proc/self/fd";

  public static int count() throws IOException {
    String[] names = new File(DIRECTORY).list();
    if (names == null) {
      throw new IOException("cannot list " + DIRECTORY);
    }
    return names.length - 1; // the listing sees its own descriptor
  }

  private Fds() {}
}
