package org.optihal.verify.jmh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The C and Python sources of this package, unpacked and compiled into a directory. */
final class Programs {
  private Programs() {}

  static Path unpack(String resource, Path directory) throws IOException {
    Path file = directory.resolve(resource);
    try (InputStream in = Programs.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException(resource + " is not on the class path");
      }
      Files.write(file, in.readAllBytes());
    }
    return file;
  }

  /** The executable or, by {@code flags}, the shared library. */
  static Path compile(String resource, Path directory, String output, String... flags)
      throws IOException {
    Path source = unpack(resource, directory);
    Path result = directory.resolve(output);
    List<String> command =
        new ArrayList<>(List.of("gcc", "-std=gnu11", "-O2", "-Wall", "-Wextra", "-Werror"));
    command.addAll(List.of(flags));
    command.addAll(List.of("-o", result.toString(), source.toString()));
    try {
      int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (exit != 0) {
        throw new IOException("gcc ended with " + exit);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while compiling " + resource, e);
    }
    return result;
  }
}
