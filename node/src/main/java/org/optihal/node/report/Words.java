package org.optihal.node.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.ElementKind;
import org.optihal.hal.bench.ElementKinds;
import org.optihal.hal.bench.Experiment.Basis;
import org.optihal.hal.bench.Experiment.Figure;
import org.optihal.hal.bench.MeterKinds;
import org.optihal.hal.bench.Published;
import org.optihal.hal.bench.Published.Relation;
import org.optihal.hal.point.ValueType;
import org.optihal.node.experiment.ExperimentResult;
import org.optihal.node.experiment.Happening;
import org.optihal.node.experiment.PointRecord;

/** What all forms of a report say in the same words. */
final class Words {
  private Words() {}

  /** Such as {@code 8 h}. */
  static String duration(Duration d) {
    long seconds = d.toSeconds();
    if (d.toNanos() % 1_000_000_000 == 0 && seconds > 0) {
      if (seconds % 86400 == 0 && seconds > 86400) {
        return seconds / 86400 + " d";
      }
      if (seconds % 3600 == 0) {
        return seconds / 3600 + " h";
      }
      if (seconds % 60 == 0) {
        return seconds / 60 + " min";
      }
    }
    return ValueType.DURATION.format(d);
  }

  /** What a run was, in a line. */
  static String run(ExperimentResult r) {
    return duration(r.duration())
        + " of simulated time, a sample every "
        + duration(r.experiment().sample())
        + ", seed "
        + r.seed();
  }

  /** What the tolerance bounds; nothing for limits and orders, which need none. */
  static String tolerance(Figure figure) {
    boolean equal =
        Published.parse(figure.published()) instanceof Published.Value v
            && v.relation() == Relation.EQUAL;
    return equal ? figure.tolerance() : "";
  }

  static String basis(Figure figure) {
    return figure.basis() == Basis.PUBLISHED ? "published" : "assumed in part";
  }

  static String kind(Element element) {
    return ElementKinds.named(element.kind()).map(ElementKind::sentence).orElse("");
  }

  static String meterKind(Element meter) {
    ElementKind kind = MeterKinds.all().get(meter.kind());
    return kind == null ? "" : kind.sentence();
  }

  static String when(Happening h) {
    return h.at().map(Words::duration).orElse("setup");
  }

  /** What readings lacked, by reason; empty when all were good. */
  static String unusable(PointRecord p) {
    List<String> reasons = new ArrayList<>();
    p.unusable().forEach((reason, n) -> reasons.add(n + " " + reason));
    return String.join(", ", reasons);
  }
}
