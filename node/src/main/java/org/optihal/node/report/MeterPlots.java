package org.optihal.node.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.optihal.node.experiment.MeterRecord;
import org.optihal.node.experiment.Quantity;
import org.optihal.node.experiment.Quantity.Role;
import org.optihal.node.experiment.Spectrum;
import org.optihal.node.experiment.Track;
import org.optihal.node.experiment.Unit;
import org.optihal.node.plot.Axis;
import org.optihal.node.plot.Mark;
import org.optihal.node.plot.Plot;
import org.optihal.node.plot.Series;

/** The plots of one meter: noise by cause, error, key rate, spectrum, or what else it has. */
final class MeterPlots {
  private static final Axis TIME = Axis.time("time");

  /** Terms smaller than this share of the largest one are left to the table. */
  private static final double SMALLEST_TERM = 1e-5;

  /** Less power in a slot than this share of the strongest one's is drawn as dark. */
  private static final double FAINTEST_SHARE = 1e-11;

  private final MeterRecord record;
  private final List<Mark> marks;

  MeterPlots(MeterRecord record, List<Mark> marks) {
    this.record = record;
    this.marks = marks;
  }

  List<Plot> all() {
    List<Plot> plots = new ArrayList<>();
    for (int i = 0; i < record.quantities().size(); i++) {
      Role role = record.quantities().get(i).role();
      if (role == Role.ERROR || role == Role.KEY_RATE) {
        plots.add(overTime(i));
      }
    }
    noise().ifPresent(plots::add);
    spectrum().ifPresent(plots::add);
    if (plots.isEmpty()) {
      plots.add(overTime(0));
    }
    return plots;
  }

  private Plot overTime(int index) {
    Quantity q = record.quantities().get(index);
    List<Series> series = new ArrayList<>(List.of(series(q.name(), q, record.track(index))));
    for (int i = 0; i < record.quantities().size(); i++) {
      Quantity other = record.quantities().get(i);
      if (other.name().equals(q.name() + "-limit")) {
        series.add(series(other.name(), other, record.track(i)));
      }
    }
    return new Plot(title(q.name()), TIME, Axis.linear("", unit(q)), series, marks);
  }

  private String title(String quantity) {
    return record.meter().id() + ": " + quantity.replace('-', ' ');
  }

  private static String unit(Quantity q) {
    return q.unit() == Unit.SHARE ? "%" : q.unit().symbol();
  }

  private static Series series(String name, Quantity q, Track track) {
    double scale = q.unit() == Unit.SHARE ? 100 : 1;
    double[] y = Arrays.stream(track.values()).map(v -> v * scale).toArray();
    return new Series(name.replace('-', ' '), track.seconds(), y);
  }

  /** Largest terms first. */
  private Optional<Plot> noise() {
    List<Integer> terms = new ArrayList<>();
    for (int i = 0; i < record.quantities().size(); i++) {
      if (record.quantities().get(i).role() == Role.NOISE_TERM && mean(i) > 0) {
        terms.add(i);
      }
    }
    if (terms.isEmpty()) {
      return Optional.empty();
    }
    terms.sort(Comparator.comparingDouble(this::mean).reversed());
    double largest = mean(terms.get(0));
    terms.removeIf(i -> mean(i) < SMALLEST_TERM * largest);
    Quantity one = record.quantities().get(terms.get(0));
    List<Series> series =
        terms.stream()
            .map(
                i -> {
                  Quantity q = record.quantities().get(i);
                  return series(q.cause(), q, record.track(i));
                })
            .toList();
    return Optional.of(
        new Plot(
            record.meter().id() + ": noise by cause",
            TIME,
            Axis.logarithmic("", unit(one)),
            series,
            marks));
  }

  private double mean(int index) {
    return record.track(index).summary().mean();
  }

  private Optional<Plot> spectrum() {
    Optional<Spectrum> last = record.lastSpectrum();
    if (last.isEmpty()) {
      return Optional.empty();
    }
    Spectrum s = last.get();
    double floor = floor(s.watts());
    List<Series> series = new ArrayList<>();
    Optional<Spectrum> first = record.firstSpectrum();
    boolean changed = first.isPresent() && !Arrays.equals(first.get().watts(), s.watts());
    if (changed) {
      series.add(dbm("all light, at first", first.get().hertz(), first.get().watts(), floor));
    }
    series.add(dbm(changed ? "all light, at last" : "all light", s.hertz(), s.watts(), floor));
    series.add(dbm("noise alone", s.hertz(), s.noise(), floor));
    return Optional.of(
        new Plot(
            record.meter().id() + ": power spectrum",
            Axis.linear("frequency", "Hz"),
            Axis.linear("per slot", "dBm"),
            series,
            List.of()));
  }

  /** Where the curve of a dark slot runs: a little below all that is shown. */
  private static double floor(double[] watts) {
    double highest = Arrays.stream(watts).max().orElse(0);
    return 0.3
        * Arrays.stream(watts)
            .filter(w -> w > highest * FAINTEST_SHARE)
            .min()
            .orElse(FAINTEST_SHARE);
  }

  private static Series dbm(String name, double[] hertz, double[] watts, double floor) {
    double[] y =
        Arrays.stream(watts).map(w -> 10 * StrictMath.log10(Math.max(w, floor)) + 30).toArray();
    return new Series(name, hertz, y);
  }
}
