package org.optihal.testkit;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.RealClock;

/**
 * Finds threads and file descriptors that were there before and are more now. Threads are those of
 * a {@link HalClock}; descriptors are those of ports, sockets, pipes and events, as the system
 * lists them (none are seen where there is no {@code /proc}). Files and libraries that the Java
 * machine opens for itself do not count.
 *
 * <pre>{@code
 * LeakCheck leaks = LeakCheck.start();
 * ... a hundred times: open, use, close ...
 * leaks.verify();
 * }</pre>
 */
public final class LeakCheck {
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Map<String, Integer> before = count();

  private LeakCheck() {}

  /** Remembers what is there now; warm up first, or lazily made things count as leaks. */
  public static LeakCheck start() {
    return new LeakCheck();
  }

  /**
   * Waits a little for what is just ending.
   *
   * @throws AssertionError listing what is left
   */
  public void verify() {
    HalClock clock = RealClock.get();
    long deadline = clock.nanos() + PATIENCE.toNanos();
    List<String> left = leaks();
    while (!left.isEmpty() && clock.nanos() < deadline) {
      clock.sleep(Duration.ofMillis(20));
      left = leaks();
    }
    if (!left.isEmpty()) {
      throw new AssertionError("left behind: " + String.join(", ", left));
    }
  }

  /** What is there more often than at the start. */
  public List<String> leaks() {
    List<String> list = new ArrayList<>();
    count()
        .forEach(
            (what, n) -> {
              int more = n - before.getOrDefault(what, 0);
              if (more > 0) {
                list.add(more + " x " + what);
              }
            });
    return list;
  }

  private static Map<String, Integer> count() {
    Map<String, Integer> counts = new TreeMap<>();
    for (Thread t : Thread.getAllStackTraces().keySet()) {
      if (t.getName().startsWith("hal-") && !t.getName().equals("hal-timer")) {
        counts.merge("thread " + t.getName(), 1, Integer::sum);
      }
    }
    if (!Files.isDirectory(DESCRIPTORS)) {
      return counts;
    }
    try (DirectoryStream<Path> fds = Files.newDirectoryStream(DESCRIPTORS)) {
      for (Path fd : fds) {
        String target = target(fd);
        if (counts(target)) {
          // socket:[4711] and the like have a number of their own each
          counts.merge("descriptor " + target.replaceAll(":\\[\\d+]", ""), 1, Integer::sum);
        }
      }
    } catch (IOException e) {
      throw new AssertionError("the list of descriptors cannot be read: " + e, e);
    }
    return counts;
  }

  private static String target(Path fd) {
    try {
      return Files.readSymbolicLink(fd).toString();
    } catch (IOException e) {
      return ""; // closed since it was listed
    }
  }

  private static boolean counts(String target) {
    return target.startsWith("/dev/tty")
        || target.startsWith("/dev/pt")
        || target.startsWith("/dev/usb")
        || target.startsWith("socket:")
        || target.startsWith("pipe:")
        || target.startsWith("anon_inode:");
  }
}
