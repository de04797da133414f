package org.optihal.node.experiment;

import java.util.Map;
import org.optihal.hal.bench.Experiment;
import org.optihal.hal.bench.Experiment.Basis;
import org.optihal.hal.bench.Experiment.Figure;
import org.optihal.hal.bench.MeterQuantity;
import org.optihal.hal.bench.Published;
import org.optihal.hal.bench.Published.Relation;
import org.optihal.hal.bench.Tolerance;
import org.optihal.hal.error.HalException;

/**
 * How our value stands to a published one.
 *
 * @param figure as the bench file has it; its tolerance was fixed before the run
 * @param ours value of the run
 * @param unit of {@code ours}
 * @param outcome what follows
 * @param dominatingNoise largest term of the meter's noise, or empty
 */
public record Verdict(
    Figure figure, double ours, Unit unit, Outcome outcome, String dominatingNoise) {
  /** What may honestly be said. */
  public enum Outcome {
    /** It holds, and all that it rests on was published. */
    REPRODUCED("reproduced"),
    /** It holds, but something was assumed, or only a limit or an order was compared. */
    CONSISTENT("consistent"),
    NOT_REPRODUCED("not reproduced"),
    /** The figure is in no source that could be read. */
    UNKNOWN("unknown");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }

  /** Refuses a figure that names what no meter has, or compares unlike things. */
  static void check(Figure figure, Map<String, MeterRecord> meters) {
    Unit ours = resolve(figure, figure.of(), meters).unit();
    Published published = Published.parse(figure.published());
    String other = ours.symbol();
    if (published instanceof Published.Order order) {
      other = resolve(figure, order.of().toString(), meters).unit().symbol();
    } else if (published instanceof Published.Value value) {
      other = value.unit();
    }
    if (!ours.symbol().equals(other)) {
      throw HalException.configuration(
          place(figure)
              + figure.of()
              + " is told in '"
              + ours.symbol()
              + "', and cannot be compared with '"
              + other
              + "'");
    }
  }

  /** A quantity of a meter. */
  private record Source(MeterRecord meter, int index) {
    Unit unit() {
      return meter.quantities().get(index).unit();
    }

    double reduced(Experiment.Reduce reduce) {
      Track.Summary summary = meter.track(index).summary();
      return switch (reduce) {
        case MEAN -> summary.mean();
        case MIN -> summary.min();
        case MAX -> summary.max();
        case LAST -> summary.last();
      };
    }
  }

  private static Source resolve(Figure figure, String of, Map<String, MeterRecord> meters) {
    MeterQuantity name = MeterQuantity.parse(of);
    MeterRecord meter = meters.get(name.meter());
    if (meter == null) {
      throw HalException.configuration(place(figure) + "there is no meter '" + name.meter() + "'")
          .advise("there are: " + String.join(" ", meters.keySet()));
    }
    int index = meter.index(name.quantity());
    if (index < 0) {
      throw HalException.configuration(
              place(figure) + meter.meter() + " gives no '" + name.quantity() + "'")
          .advise(
              "it gives: "
                  + String.join(" ", meter.quantities().stream().map(Quantity::name).toList()));
    }
    return new Source(meter, index);
  }

  private static String place(Figure figure) {
    String at = figure.place().isEmpty() ? "" : figure.place() + ": ";
    return at + "figure '" + figure.name() + "': ";
  }

  /** Compares what a run gave. */
  static Verdict of(Figure figure, Map<String, MeterRecord> meters) {
    Source source = resolve(figure, figure.of(), meters);
    double ours = source.reduced(figure.reduce());
    Published published = Published.parse(figure.published());
    Outcome outcome = Outcome.UNKNOWN;
    if (published instanceof Published.Value value) {
      outcome = compare(figure, value, ours);
    } else if (published instanceof Published.Order order) {
      double other = resolve(figure, order.of().toString(), meters).reduced(figure.reduce());
      outcome = holds(order.relation(), ours, other) ? Outcome.CONSISTENT : Outcome.NOT_REPRODUCED;
    }
    String noise = source.meter.dominatingNoise().map(Quantity::cause).orElse("");
    return new Verdict(figure, ours, source.unit(), outcome, noise);
  }

  private static Outcome compare(Figure figure, Published.Value published, double ours) {
    if (published.relation() != Relation.EQUAL) {
      return holds(published.relation(), ours, published.value())
          ? Outcome.CONSISTENT
          : Outcome.NOT_REPRODUCED;
    }
    Tolerance tolerance = Tolerance.parse(figure.tolerance());
    if (!tolerance.holds(ours, published.value(), published.isLogarithmic())) {
      return Outcome.NOT_REPRODUCED;
    }
    return figure.basis() == Basis.PUBLISHED ? Outcome.REPRODUCED : Outcome.CONSISTENT;
  }

  private static boolean holds(Relation relation, double ours, double other) {
    return relation == Relation.ABOVE ? ours > other : ours < other;
  }
}
