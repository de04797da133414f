package org.optihal.linux;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** A process that holds a device node open or locked. */
public record PortOwner(long pid, String command) {
  private static final Path PSEUDO_TERMINALS = Path.of("/dev/pts");
  private static final Path CLOSED_MEANWHILE = Path.of("");

  /**
   * The processes that have the node open, by pid; this one too. Open files of other users are
   * hidden from all but root, but a lock ({@code flock}, as most serial libraries take it) shows
   * them. Who holds the other end of a pseudo-terminal, such as an emulator, is no owner of it but
   * the device.
   */
  public static List<PortOwner> of(Path node) throws IOException {
    return of(node, Path.of("/proc"));
  }

  static List<PortOwner> of(Path node, Path proc) throws IOException {
    Path target = node.toRealPath();
    TreeSet<Long> pids = new TreeSet<>(lockers(target, proc.resolve("locks")));
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
      for (Path process : processes) {
        if (holds(process.resolve("fd"), target)) {
          pids.add(Long.parseLong(process.getFileName().toString()));
        }
      }
    }
    List<PortOwner> owners = new ArrayList<>();
    for (long pid : pids) {
      owners.add(new PortOwner(pid, command(proc.resolve(Long.toString(pid)))));
    }
    return List.copyOf(owners);
  }

  private static boolean holds(Path directory, Path target) throws IOException {
    boolean found = false;
    try (DirectoryStream<Path> links = Files.newDirectoryStream(directory)) {
      for (Path link : links) {
        Path file = destination(link);
        if (file.equals(target)) {
          found = true;
        } else if (file.endsWith("ptmx") && isOtherEnd(directory, link, target)) {
          return false;
        }
      }
      return found;
    } catch (NoSuchFileException | AccessDeniedException | NotDirectoryException e) {
      return false; // ended meanwhile, or another user's: only its locks can be seen
    }
  }

  /** The kernel tells the number of the pseudo-terminal with each open master. */
  private static boolean isOtherEnd(Path directory, Path master, Path target) throws IOException {
    Path information = directory.resolveSibling("fdinfo").resolve(master.getFileName());
    try {
      return target.startsWith(PSEUDO_TERMINALS)
          && Files.readAllLines(information).contains("tty-index:\t" + target.getFileName());
    } catch (NoSuchFileException e) {
      return false; // closed meanwhile
    }
  }

  private static Path destination(Path link) throws IOException {
    try {
      return Files.readSymbolicLink(link);
    } catch (NoSuchFileException e) {
      return CLOSED_MEANWHILE;
    }
  }

  /**
   * Lines are {@code 1: FLOCK ADVISORY WRITE pid major:minor:inode 0 EOF}, the device in
   * hexadecimal.
   */
  private static TreeSet<Long> lockers(Path target, Path locks) throws IOException {
    TreeSet<Long> pids = new TreeSet<>();
    if (!Files.isReadable(locks)) {
      return pids;
    }
    String file = fileId(target);
    for (String line : Files.readAllLines(locks)) {
      String[] words = line.strip().split("\\s+", -1);
      // Waiting lockers have "->" as second word; the pid is 0 or -1 for a process of another
      // container.
      if (words.length == 8 && words[5].equals(file) && words[4].matches("[1-9][0-9]{0,17}")) {
        pids.add(Long.parseLong(words[4]));
      }
    }
    return pids;
  }

  static String fileId(Path target) throws IOException {
    long device = (Long) Files.getAttribute(target, "unix:dev");
    long inode = (Long) Files.getAttribute(target, "unix:ino");
    long major = ((device >> 8) & 0xFFF) | ((device >> 32) & ~0xFFFL);
    long minor = (device & 0xFF) | ((device >> 12) & ~0xFFL);
    return String.format(Locale.ROOT, "%02x:%02x:%d", major, minor & 0xFFFFFFFFL, inode);
  }

  /** Owners in words: {@code minicom (pid 4711), python3 (pid 4712)}. */
  public static String list(List<PortOwner> owners) {
    return String.join(", ", owners.stream().map(PortOwner::toString).toList());
  }

  @Override
  public String toString() {
    return command + " (pid " + pid + ")";
  }

  private static String command(Path process) throws IOException {
    try {
      return Files.readString(process.resolve("comm")).strip();
    } catch (NoSuchFileException e) {
      return ""; // ended meanwhile
    }
  }
}
