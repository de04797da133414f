package org.optihal.config;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Says in plain words what the YAML parser found. */
final class YamlSyntax {
  /**
   * Words for one of the parser's messages.
   *
   * @param sign what the message contains
   * @param words what it means to somebody who writes a bench file
   * @param atContext whether the place to look at is where the construct began
   */
  private record Meaning(String sign, String words, boolean atContext) {}

  private static final List<Meaning> MEANINGS =
      List.of(
          new Meaning("(TAB)", "a tab cannot indent; write spaces", false),
          new Meaning("quoted scalar, found unexpected end", "this quote is not closed", true),
          new Meaning(
              "flow sequence, expected", "this '[' is not closed, or a comma is missing", true),
          new Meaning(
              "flow mapping, expected", "this '{' is not closed, or a comma is missing", true),
          new Meaning(
              "expected <block end>", "this line is indented unlike those it belongs to", false),
          new Meaning(
              "mapping values are not allowed",
              "a ':' too much: put a text that holds ': ' in quotes, or mend the indentation",
              false),
          new Meaning(
              "cannot start any token",
              "a value cannot start with this character; put it in quotes",
              false));

  private static final String UNQUOTED_WIRE = "put this wire in single quotes: it holds ': '";

  private YamlSyntax() {}

  static Place place(String source, Optional<Mark> mark) {
    return mark.map(m -> new Place(source, m.getLine() + 1, m.getColumn() + 1))
        .orElseGet(() -> new Place(source, 1, 1));
  }

  static Refused refused(YamlEngineException e, String source, List<String> lines) {
    if (!(e instanceof MarkedYamlEngineException marked)) {
      return new Refused(new Place(source, 1, 1), "not valid YAML: " + e.getMessage());
    }
    Place at = place(source, marked.getProblemMark());
    String context = marked.getContext() == null ? "" : marked.getContext() + ", ";
    String message = context + marked.getProblem();
    for (Meaning m : MEANINGS) {
      if (message.contains(m.sign)) {
        Place where = m.atContext ? place(source, marked.getContextMark()) : at;
        boolean wire =
            message.contains("mapping values")
                && at.line() <= lines.size()
                && lines.get(at.line() - 1).contains("outside(");
        return new Refused(where, wire ? UNQUOTED_WIRE : m.words);
      }
    }
    return new Refused(at, "not valid YAML: " + message);
  }

  /** What to do about a wire that YAML took for a mapping. */
  static String unquotedWire() {
    return UNQUOTED_WIRE;
  }
}
