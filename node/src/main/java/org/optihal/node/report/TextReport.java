package org.optihal.node.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.optihal.node.experiment.ExperimentResult;
import org.optihal.node.experiment.MeterRecord;
import org.optihal.node.experiment.Quantity;
import org.optihal.node.experiment.Quantity.Role;
import org.optihal.node.experiment.Track;
import org.optihal.node.experiment.Verdict;

/** A result for a terminal. */
public final class TextReport {
  private TextReport() {}

  /** What was run, before the tables. */
  public static List<String> head(ExperimentResult r) {
    return List.of(
        r.name() + ": " + r.experiment().title(),
        r.experiment().publication(),
        Words.run(r)
            + "; "
            + count(r.devices().size(), "device")
            + " through drivers, "
            + count(r.bench().elements().size(), "element")
            + " as class models",
        "");
  }

  /** Such as {@code 8 h}: the largest unit that leaves a whole number. */
  public static String duration(Duration d) {
    return Words.duration(d);
  }

  public static List<String> figureHeader() {
    return List.of(
        "FIGURE", "PUBLISHED", "TOLERANCE", "OURS", "VERDICT", "DOMINATING NOISE", "BASIS");
  }

  /** A row for each figure. */
  public static List<List<String>> figures(ExperimentResult r) {
    List<List<String>> rows = new ArrayList<>();
    for (Verdict v : r.verdicts()) {
      rows.add(
          List.of(
              v.figure().name(),
              v.figure().published(),
              dash(Words.tolerance(v.figure())),
              v.unit().format(v.ours()),
              v.outcome().words(),
              dash(v.dominatingNoise()),
              Words.basis(v.figure())));
    }
    return rows;
  }

  public static List<String> meterHeader() {
    return List.of("METER", "MEAN", "MIN", "MAX");
  }

  /** A row for each quantity; of the noise only what there is. */
  public static List<List<String>> meters(ExperimentResult r) {
    List<List<String>> rows = new ArrayList<>();
    for (MeterRecord m : r.meters()) {
      for (int i = 0; i < m.quantities().size(); i++) {
        Quantity q = m.quantities().get(i);
        Track.Summary s = m.track(i).summary();
        if (q.role() != Role.NOISE_TERM || s.max() > 0) {
          rows.add(
              List.of(
                  m.meter().id() + "." + q.name(),
                  q.unit().format(s.mean()),
                  q.unit().format(s.min()),
                  q.unit().format(s.max())));
        }
      }
    }
    return rows;
  }

  /** What went wrong on the bench, and what of the schedule came too late. */
  public static List<String> warnings(ExperimentResult r) {
    List<String> lines = new ArrayList<>();
    r.damage().forEach(d -> lines.add("DAMAGED: " + d));
    r.bugs().forEach(b -> lines.add("BUG: " + b));
    r.skipped().forEach(s -> lines.add("not reached: " + s));
    return lines;
  }

  private static String count(int n, String thing) {
    return n + " " + thing + (n == 1 ? "" : "s");
  }

  private static String dash(String text) {
    return text.isEmpty() ? "-" : text;
  }
}
