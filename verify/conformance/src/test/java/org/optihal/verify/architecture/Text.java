package org.optihal.verify.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Texts of the source tree. */
final class Text {
  private Text() {}

  static Path path(String name) {
    String root = System.getProperty("project.root");
    if (root == null) {
      throw new IllegalStateException("run with -Dproject.root=DIRECTORY");
    }
    return Path.of(root, name);
  }

  static List<String> lines(String name) throws IOException {
    return Files.readAllLines(path(name));
  }

  /** What lies between two lines, without the indentation it has there. */
  static String between(List<String> lines, String first, String last) {
    int start = indexOf(lines, first, 0) + 1;
    String block = String.join("\n", lines.subList(start, indexOf(lines, last, start)));
    return block.stripIndent().strip();
  }

  private static int indexOf(List<String> lines, String wanted, int from) {
    for (int i = from; i < lines.size(); i++) {
      if (lines.get(i).strip().equals(wanted)) {
        return i;
      }
    }
    throw new AssertionError("no line '" + wanted + "' after line " + from);
  }
}
