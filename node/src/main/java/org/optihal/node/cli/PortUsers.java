package org.optihal.node.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.optihal.linux.PortOwner;

/**
 * Who uses a port. Who holds the other end of a pseudo-terminal, such as an emulator, is no user of
 * it but the device.
 */
record PortUsers(List<PortOwner> owners) {
  private static final Path TERMINALS = Path.of("/dev/pts");

  static PortUsers of(Path port) throws IOException {
    Path node = port.toRealPath();
    List<PortOwner> users = new ArrayList<>();
    for (PortOwner owner : PortOwner.of(node)) {
      if (!node.startsWith(TERMINALS) || !isOtherEnd(owner.pid(), node)) {
        users.add(owner);
      }
    }
    return new PortUsers(users);
  }

  boolean isEmpty() {
    return owners.isEmpty();
  }

  /** The kernel tells the number of the pseudo-terminal with each open master. */
  private static boolean isOtherEnd(long pid, Path node) throws IOException {
    String index = "tty-index:\t" + node.getFileName();
    Path process = Path.of("/proc", Long.toString(pid));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path file : files) {
        if (Files.isSymbolicLink(file)
            && Files.readSymbolicLink(file).endsWith("ptmx")
            && Files.readAllLines(process.resolve("fdinfo").resolve(file.getFileName()))
                .contains(index)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      if (Files.isReadable(process.resolve("fd"))) {
        throw e;
      }
      return false; // ended meanwhile, or another user's
    }
  }

  @Override
  public String toString() {
    return owners.stream()
        .map(o -> o.command() + " (pid " + o.pid() + ")")
        .collect(Collectors.joining(", "));
  }
}
