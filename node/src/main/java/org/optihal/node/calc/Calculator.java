package org.optihal.node.calc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One line of the table: a formula with all that can be said about it.
 *
 * @param name of the command
 * @param sentence what it calculates
 * @param source where the formula was published
 * @param example options that show it
 * @param parameters in the order of the help
 * @param alternatives groups of parameters of which one is given, or one has a default
 * @param results in the order in which they are printed
 * @param formula from inputs to results
 */
public record Calculator(
    String name,
    String sentence,
    String source,
    String example,
    List<Parameter<?>> parameters,
    List<List<Parameter<?>>> alternatives,
    List<Result> results,
    Formula formula) {

  /** Fills in results; refuses with an IllegalArgumentException that names the option. */
  @FunctionalInterface
  public interface Formula {
    void evaluate(Inputs in, Outputs out);
  }

  public Calculator {
    parameters = List.copyOf(parameters);
    alternatives = alternatives.stream().map(List::copyOf).toList();
    results = List.copyOf(results);
  }

  static Builder named(String name, String sentence) {
    return new Builder(name, sentence);
  }

  /** Whether a parameter has no say because another of its group was given. */
  boolean isReplaced(Parameter<?> p, Set<String> given) {
    return alternatives.stream()
        .filter(group -> group.contains(p))
        .flatMap(List::stream)
        .anyMatch(other -> given.contains(other.option()));
  }

  /** When a parameter is to be given, in words; empty where it is free to be. */
  public String note(Parameter<?> p) {
    StringBuilder note = new StringBuilder();
    Parameter<?> companion = p.companion();
    if (p.isRequired()) {
      note.append(" Required.");
    } else if (companion != null) {
      boolean needed = p.fallback() == null && !p.optional();
      note.append(needed ? " Required with " : " Only with ");
      note.append(companion.option()).append('.');
    }
    for (List<Parameter<?>> group : alternatives) {
      if (group.contains(p)) {
        String others =
            group.stream()
                .filter(other -> !other.equals(p))
                .map(Parameter::option)
                .collect(Collectors.joining(" or "));
        note.append(" Excludes ").append(others).append('.');
      }
    }
    return note.toString();
  }

  /**
   * Calculates.
   *
   * @param given texts by option
   * @throws IllegalArgumentException in one line that names the option
   */
  Answer answer(Map<String, String> given) {
    Inputs in = Inputs.of(this, given);
    Outputs out = new Outputs(results);
    formula.evaluate(in, out);
    return new Answer(this, in, out);
  }

  @Override
  public String toString() {
    return name;
  }

  /** Collects a line of the table. */
  static final class Builder {
    private final String name;
    private final String sentence;
    private final List<Parameter<?>> parameters = new ArrayList<>();
    private final List<List<Parameter<?>>> alternatives = new ArrayList<>();
    private final List<Result> results = new ArrayList<>();
    private String source = "";
    private String example = "";

    private Builder(String name, String sentence) {
      this.name = name;
      this.sentence = sentence;
    }

    Builder source(String published) {
      source = published;
      return this;
    }

    Builder example(String options) {
      example = options;
      return this;
    }

    Builder takes(Parameter<?>... some) {
      parameters.addAll(List.of(some));
      return this;
    }

    /** Takes parameters that exclude each other. */
    Builder takesOneOf(Parameter<?>... group) {
      alternatives.add(List.of(group));
      return takes(group);
    }

    Builder gives(Result... some) {
      results.addAll(List.of(some));
      return this;
    }

    Calculator by(Formula formula) {
      return new Calculator(
          name, sentence, source, example, parameters, alternatives, results, formula);
    }
  }
}
