package org.optihal.node.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.Experiment.Basis;
import org.optihal.hal.point.ValueType;
import org.optihal.node.experiment.ExperimentResult;
import org.optihal.node.experiment.LightBudget;
import org.optihal.node.experiment.MeterRecord;
import org.optihal.node.experiment.PointRecord;
import org.optihal.node.experiment.Quantity;
import org.optihal.node.experiment.Spectrum;
import org.optihal.node.experiment.Track;
import org.optihal.node.experiment.Verdict;

/** A result as one object with all that a run gave; values in canonical units, with all digits. */
public final class JsonReport {
  private JsonReport() {}

  /** Maps, lists, texts and numbers, in an order that stays the same. */
  public static Map<String, @Nullable Object> object(ExperimentResult r) {
    return object(
        "experiment", r.name(),
        "title", r.experiment().title(),
        "publication", r.experiment().publication(),
        "seed", r.seed(),
        "durationSeconds", seconds(r.duration()),
        "sampleSeconds", seconds(r.experiment().sample()),
        "good", r.isGood(),
        "figures", r.verdicts().stream().map(JsonReport::figure).toList(),
        "damage", r.damage(),
        "bugs", r.bugs(),
        "devices",
            r.devices().stream()
                .map(
                    d ->
                        object(
                            "id", d.id(),
                            "driver", d.driver(),
                            "identity", d.identity(),
                            "afterwards", d.afterwards()))
                .toList(),
        "models",
            r.bench().elements().values().stream()
                .map(e -> object("id", e.id(), "kind", e.kind()))
                .toList(),
        "course",
            r.happenings().stream()
                .map(
                    h ->
                        object(
                            "atSeconds", h.at().map(JsonReport::seconds).orElse(null),
                            "command", h.command(),
                            "outcome", h.outcome()))
                .toList(),
        "skipped", r.skipped(),
        "meters", r.meters().stream().map(JsonReport::meter).toList(),
        "points", r.points().stream().map(JsonReport::point).toList(),
        "budgets", r.budgets().stream().map(JsonReport::budget).toList());
  }

  private static Map<String, @Nullable Object> figure(Verdict v) {
    return object(
        "name", v.figure().name(),
        "of", v.figure().of(),
        "reduce", ValueType.word(v.figure().reduce()),
        "published", v.figure().published(),
        "tolerance", v.figure().tolerance(),
        "basis", v.figure().basis() == Basis.PUBLISHED ? "published" : "assumed",
        "ours", v.ours(),
        "unit", v.unit().symbol(),
        "verdict", v.outcome().words(),
        "dominatingNoise", v.dominatingNoise().isEmpty() ? null : v.dominatingNoise());
  }

  private static Map<String, @Nullable Object> meter(MeterRecord record) {
    List<Object> quantities = new ArrayList<>();
    for (int i = 0; i < record.quantities().size(); i++) {
      Quantity q = record.quantities().get(i);
      Map<String, @Nullable Object> o = object("name", q.name(), "unit", q.unit().symbol());
      summarize(o, record.track(i));
      o.put("values", list(record.track(i).values()));
      quantities.add(o);
    }
    Element meter = record.meter();
    Map<String, @Nullable Object> o =
        object(
            "id", meter.id(),
            "kind", meter.kind(),
            "dominatingNoise", record.dominatingNoise().map(Quantity::name).orElse(null),
            "seconds", list(record.track(0).seconds()),
            "quantities", quantities);
    record.lastSpectrum().ifPresent(s -> o.put("spectrum", spectrum(s)));
    return o;
  }

  private static Map<String, @Nullable Object> spectrum(Spectrum s) {
    return object("hertz", list(s.hertz()), "watts", list(s.watts()), "noise", list(s.noise()));
  }

  private static Map<String, @Nullable Object> point(PointRecord p) {
    Map<String, @Nullable Object> o =
        object(
            "address", p.address(),
            "periodSeconds", seconds(p.period()),
            "readings", p.count(),
            "unusable", p.unusable(),
            "last", p.last(),
            "unit", p.unit());
    summarize(o, p.readings());
    o.put("values", list(p.readings().values()));
    if (p.deviations().summary().count() > 0) {
      Map<String, @Nullable Object> deviation = object("unit", p.deviationUnit());
      summarize(deviation, p.deviations());
      o.put("deviationFromTruth", deviation);
    }
    return o;
  }

  private static Map<String, @Nullable Object> budget(LightBudget b) {
    return object(
        "source",
        b.source(),
        "stops",
        b.stops().stream()
            .map(
                s ->
                    object(
                        "port", s.port(),
                        "transmittance", s.transmittance(),
                        "watts", s.watts(),
                        "otherWatts", s.otherWatts(),
                        "delaySeconds", s.delaySeconds()))
            .toList());
  }

  private static void summarize(Map<String, @Nullable Object> into, Track track) {
    Track.Summary s = track.summary();
    into.put("mean", s.mean());
    into.put("min", s.min());
    into.put("max", s.max());
    into.put("lastValue", s.last());
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static double seconds(Duration d) {
    return d.toNanos() / 1e9;
  }

  private static Map<String, @Nullable Object> object(@Nullable Object... keysAndValues) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
    }
    return map;
  }
}
