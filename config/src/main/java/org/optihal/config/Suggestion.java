package org.optihal.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody meant. */
final class Suggestion {
  /** Longer words are not typing mistakes, and the table grows with the square. */
  private static final int MAX_LENGTH = 64;

  /** Among more words nobody looks for one, and a hostile file may ask a hundred times. */
  private static final int MAX_KNOWN = 500;

  private static final int MAX_LISTED = 40;

  private Suggestion() {}

  /** The nearest of {@code known}, the first of equals, if it is near enough. */
  static Optional<String> of(String word, Collection<String> known) {
    if (word.length() > MAX_LENGTH || known.size() > MAX_KNOWN) {
      return Optional.empty();
    }
    String lower = word.toLowerCase(Locale.ROOT);
    Optional<String> best = Optional.empty();
    int least = Math.max(1, word.length() / 3) + 1;
    for (String candidate : known) {
      int d = distance(lower, candidate.toLowerCase(Locale.ROOT));
      if (d < least) {
        least = d;
        best = Optional.of(candidate);
      }
    }
    return best;
  }

  /** The end of a message about an unknown word: the word meant, else all that are known. */
  static String tail(String word, Collection<String> known) {
    return of(word, known)
        .map(s -> "; did you mean '" + s + "'?")
        .orElseGet(() -> known.isEmpty() ? "; there are none" : "; known are: " + listed(known));
  }

  private static String listed(Collection<String> known) {
    return String.join(" ", known.stream().limit(MAX_LISTED).toList())
        + (known.size() > MAX_LISTED ? " ..." : "");
  }

  /** Inserted, lost, wrong and swapped neighboring characters count one each. */
  static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int wrong = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + wrong);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
