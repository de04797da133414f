package org.optihal.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.optihal.hal.error.HalException;

/** Collects what is wrong, so that one look at a file shows everything. */
final class Problems {
  /** A file with more mistakes than this is not a bench file, and nobody reads on. */
  private static final int MAX_PROBLEMS = 100;

  private final List<Problem> found = new ArrayList<>();
  private int told;

  void add(Place place, String text) {
    told++;
    if (found.size() < MAX_PROBLEMS) {
      found.add(new Problem(place.source(), place.line(), place.column(), text));
    }
  }

  /** How many were told, kept or not: whoever reads a piece sees by it whether it was right. */
  int told() {
    return told;
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** From top to bottom of the file, after those of the command line. */
  List<Problem> sorted() {
    return found.stream()
        .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
        .toList();
  }

  /** The first problem, and how many more there are. */
  HalException exception() {
    List<Problem> all = sorted();
    String more =
        switch (all.size()) {
          case 1 -> "";
          case 2 -> " (and 1 more problem)";
          default -> " (and " + (all.size() - 1) + " more problems)";
        };
    return HalException.configuration(all.get(0) + more);
  }
}
