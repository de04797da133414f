package org.optihal.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The mount table, as far as it says where code may be loaded from. */
record Mounts(List<String> lines) {
  private static final int POINT = 1;
  private static final int OPTIONS = 3;

  static Mounts read(Path proc) throws IOException {
    return new Mounts(Files.readAllLines(proc.resolve("self/mounts")));
  }

  /** Whether the file system of an absolute, real path is mounted noexec. */
  boolean noexec(Path path) {
    int depth = -1;
    boolean noexec = false;
    for (String line : lines) {
      String[] fields = line.split(" ", -1);
      if (fields.length <= OPTIONS) {
        continue;
      }
      Path point = Path.of(unescape(fields[POINT]));
      // The deepest mount point holds the path, and of two at one point the later covers the
      // earlier.
      if (path.startsWith(point) && point.getNameCount() >= depth) {
        depth = point.getNameCount();
        noexec = Arrays.asList(fields[OPTIONS].split(",", -1)).contains("noexec");
      }
    }
    return noexec;
  }

  private static String unescape(String field) {
    return field
        .replace("\\040", " ")
        .replace("\\011", "\t")
        .replace("\\012", "\n")
        .replace("\\134", "\\");
  }
}
