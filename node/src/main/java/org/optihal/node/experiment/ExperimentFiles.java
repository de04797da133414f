package org.optihal.node.experiment;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.optihal.config.BenchFile;
import org.optihal.config.LinksRequired;
import org.optihal.hal.Drivers;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.error.ErrorContext;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;

/** The bench files that come with the program. */
public final class ExperimentFiles {
  private static final String SUFFIX = ".yaml";
  private static final String DIRECTORY = "benches";

  /** The program is in {@code lib/}, {@code target/lib/} or {@code node/target/classes}. */
  private static final int LEVELS_UP = 4;

  private final Path directory;

  /**
   * @param directory with bench files
   */
  public ExperimentFiles(Path directory) {
    this.directory = directory;
  }

  /**
   * Those beside the program.
   *
   * @throws HalException NOT_FOUND when there are none
   */
  public static ExperimentFiles installed() {
    Path at = program();
    for (int i = 0; at != null && i <= LEVELS_UP; i++) {
      Path candidate = at.resolve(DIRECTORY);
      if (Files.isDirectory(candidate)) {
        return new ExperimentFiles(candidate);
      }
      at = at.getParent();
    }
    throw new HalException(
            Kind.NOT_FOUND, Outcome.NOT_APPLICABLE, "there is no directory benches beside optihal")
        .advise("name a bench file by its path, such as ./my-bench.yaml");
  }

  private static @Nullable Path program() {
    CodeSource source = ExperimentFiles.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return null;
    }
    try {
      return Path.of(source.getLocation().toURI()).toAbsolutePath();
    } catch (URISyntaxException e) {
      return null; // a place that is no path has no neighbors
    }
  }

  /** Whether the text is a path rather than a name. */
  public static boolean isPath(String text) {
    return text.contains("/") || text.endsWith(SUFFIX);
  }

  /** The name of the experiment in a file. */
  public static String name(Path file) {
    String last = String.valueOf(file.getFileName());
    return last.endsWith(SUFFIX) ? last.substring(0, last.length() - SUFFIX.length()) : last;
  }

  /**
   * Reads a bench whose devices are to be emulated. Messages and results name the file without its
   * directory: they are the same on every machine.
   */
  public static Bench load(Path file) {
    String last = String.valueOf(file.getFileName());
    return BenchFile.parse(
        BenchFile.text(file), last, Drivers.installed(), LinksRequired.NO, List.of());
  }

  /** All files in the order of their names, with or without an experiment. */
  public List<Path> all() {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException e) {
      throw new HalException(
          Kind.NO_PERMISSION,
          Outcome.NOT_APPLICABLE,
          "the directory " + directory + " cannot be read",
          ErrorContext.NONE,
          e);
    }
  }

  /**
   * The file of an experiment.
   *
   * @throws HalException NOT_FOUND with the name that was meant, or all that there are
   */
  public Path named(String name) {
    List<String> known = all().stream().map(ExperimentFiles::name).toList();
    if (!known.contains(name)) {
      throw new HalException(
              Kind.NOT_FOUND, Outcome.NOT_APPLICABLE, "there is no experiment '" + name + "'")
          .advise(
              nearest(name, known)
                  .map(n -> "did you mean " + n + "?")
                  .orElse("'optihal experiment list' shows which there are"));
    }
    return directory.resolve(name + SUFFIX);
  }

  /** By the fewest letters to change; nothing when that is more than a third of them. */
  private static Optional<String> nearest(String name, List<String> known) {
    String best = null;
    int least = Math.max(2, name.length() / 3) + 1;
    for (String candidate : known) {
      int distance = distance(name, candidate);
      boolean part = name.length() >= 3 && candidate.contains(name);
      if (distance < least || (part && best == null)) {
        least = Math.min(least, distance);
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Letters put in, left out or changed. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
