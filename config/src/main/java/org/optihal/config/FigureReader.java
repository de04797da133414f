package org.optihal.config;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.optihal.config.Written.Text;
import org.optihal.hal.bench.Experiment.Basis;
import org.optihal.hal.bench.Experiment.Figure;
import org.optihal.hal.bench.Experiment.Reduce;
import org.optihal.hal.bench.MeterQuantity;
import org.optihal.hal.bench.Published;
import org.optihal.hal.bench.Tolerance;
import org.optihal.hal.point.ValueType;

/** Reads published figures; whether a meter has the quantity is not its business. */
final class FigureReader {
  static final List<String> NEEDS = List.of("name", "of", "published");
  static final List<String> KEYS =
      List.of("name", "of", "reduce", "published", "tolerance", "basis");

  private static final String NAME = "figure";

  private final Collection<String> meters;
  private final Values values;
  private final Problems problems;
  private final Set<String> names = new HashSet<>();

  /**
   * @param meters ids of all that there are
   */
  FigureReader(Collection<String> meters, Problems problems) {
    this.meters = meters;
    this.values = new Values(problems);
    this.problems = problems;
  }

  Figure read(Written written) {
    Section figure =
        Section.of("a figure", written.place(), written, problems)
            .only(KEYS)
            .needs("name", "what is compared, in words")
            .needs("of", "for example bb84.key-rate")
            .needs("published", "for example 0.41 kbit/s, or unknown");
    Optional<Text> name = figure.text("name");
    name.filter(text -> !names.add(text.value()))
        .ifPresent(text -> problem(text, "figure '" + text.value() + "' stands twice"));
    Optional<Text> of = figure.text("of");
    values
        .read(NAME + ", of", of, MeterQuantity::parse)
        .ifPresent(quantity -> checkMeter("of", of, quantity));
    Optional<Text> published = figure.text("published");
    Optional<Published> said = values.read(NAME + ", published", published, Published::parse);
    if (said.isPresent() && said.get() instanceof Published.Order order) {
      checkMeter("published", published, order.of());
    }
    Optional<Text> tolerance = figure.text("tolerance");
    boolean given = figure.entries().containsKey("tolerance");
    Optional<Tolerance> allowed = values.read(NAME + ", tolerance", tolerance, Tolerance::parse);
    if (said.isPresent() && said.get() instanceof Published.Value value) {
      if (value.relation() == Published.Relation.EQUAL && !given) {
        figure.needs("tolerance", "how far off still agrees, such as factor 2");
      }
      tolerance
          .filter(text -> allowed.filter(t -> !fits(t, value)).isPresent())
          .ifPresent(
              text -> problem(text, "figure, tolerance: only shares differ by '% absolute'"));
    }
    return new Figure(
        value(name),
        value(of),
        word(figure, "reduce", Reduce.class, Reduce.MEAN),
        value(published),
        value(tolerance),
        word(figure, "basis", Basis.class, Basis.ASSUMED),
        written.place().toString());
  }

  private static boolean fits(Tolerance tolerance, Published.Value value) {
    return tolerance.kind() != Tolerance.Kind.ABSOLUTE_PERCENT || value.unit().isEmpty();
  }

  private void checkMeter(String key, Optional<Text> text, MeterQuantity quantity) {
    if (!meters.contains(quantity.meter())) {
      text.ifPresent(
          t ->
              problem(
                  t,
                  "figure, "
                      + key
                      + ": there is no meter '"
                      + quantity.meter()
                      + "'"
                      + Suggestion.tail(quantity.meter(), meters)));
    }
  }

  private void problem(Text text, String words) {
    problems.add(text.place(), words);
  }

  private static String value(Optional<Text> text) {
    return text.map(Text::value).orElse("");
  }

  private <E extends Enum<E>> E word(Section figure, String key, Class<E> type, E fallback) {
    return values
        .read(NAME + ", " + key, figure.text(key), ValueType.choice(type)::parse)
        .orElse(fallback);
  }
}
