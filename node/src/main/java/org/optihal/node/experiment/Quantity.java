package org.optihal.node.experiment;

import java.util.ArrayList;
import java.util.List;
import org.optihal.hal.light.Cause;
import org.optihal.hal.point.ValueType;

/**
 * One of the values that a meter gives.
 *
 * @param name as figures name it
 * @param role what it is to a reader
 * @param sentence what it is, in words
 */
public record Quantity(String name, Unit unit, Role role, String sentence) {
  /** Where a report shows it. */
  public enum Role {
    PLAIN,
    /** One term of the noise; the largest dominates. */
    NOISE_TERM,
    /** Share of wrong bits, or noise that stands for it. */
    ERROR,
    KEY_RATE
  }

  static Quantity plain(String name, Unit unit, String sentence) {
    return new Quantity(name, unit, Role.PLAIN, sentence);
  }

  static Quantity error(String name, Unit unit, String sentence) {
    return new Quantity(name, unit, Role.ERROR, sentence);
  }

  static Quantity keyRate(String sentence) {
    return new Quantity("key-rate", Unit.BITS_PER_SECOND, Role.KEY_RATE, sentence);
  }

  /** A term {@code noise-raman-co} for each of these causes. */
  static List<Quantity> noise(Iterable<Cause> causes, Unit unit, String sentence) {
    List<Quantity> terms = new ArrayList<>();
    for (Cause cause : causes) {
      String word = ValueType.word(cause);
      terms.add(
          new Quantity("noise-" + word, unit, Role.NOISE_TERM, sentence + " by " + words(word)));
    }
    return terms;
  }

  /** In words what a term of the noise comes from. */
  public String cause() {
    return words(name.substring(name.indexOf('-') + 1));
  }

  private static String words(String word) {
    return word.replace('-', ' ');
  }
}
