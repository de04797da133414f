package org.optihal.node.calc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.light.Detection;
import org.optihal.hal.point.ValueType;
import org.optihal.physics.light.Decibels;

/** A link budget for people and for machines. */
record BudgetView(LinkBudget budget) {

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(budget.end());
    for (LightPath path : budget.paths()) {
      lines.add("  " + title(path));
      table(path).lines().forEach(line -> lines.add("    " + line));
    }
    if (budget.paths().isEmpty()) {
      lines.add("  no light of any source gets here");
    }
    if (!budget.noise().isEmpty()) {
      noise().lines().forEach(line -> lines.add("  " + line));
    }
    budget.detection().ifPresent(d -> lines.add("  " + words(d)));
    lines.add("");
    return lines;
  }

  private static String title(LightPath path) {
    String kind = path.quantum() ? "quantum signal of " : "light of ";
    String at = String.format(Locale.ROOT, ", %.4f THz", path.hertz() / 1e12);
    return kind
        + path.source()
        + at
        + path.pulseRate().map(r -> ", " + digits(r) + " pulses/s").orElse("");
  }

  private static Columns table(LightPath path) {
    boolean pulsed = path.pulseRate().isPresent();
    Columns table = new Columns();
    table.row("LEAVES", "LOSS dB", "TOTAL dB", "dBm", pulsed ? "PHOTONS/PULSE" : "PHOTONS/s");
    double before = 1;
    for (LightPath.Stop stop : path.stops()) {
      double photons = stop.photonsPerSecond() / path.pulseRate().orElse(1.0);
      table.row(
          stop.port(),
          decibels(before / stop.transmittance()),
          decibels(1 / stop.transmittance()),
          dbm(stop.watts()),
          digits(photons));
      before = stop.transmittance();
    }
    return table;
  }

  private Columns noise() {
    boolean excess = budget.noise().values().stream().anyMatch(n -> n.excessNoise().isPresent());
    Columns table = new Columns();
    table.row("NOISE", "dBm", "PHOTONS/s", excess ? "EXCESS SNU" : "");
    budget
        .noise()
        .forEach(
            (cause, n) ->
                table.row(
                    ValueType.word(cause),
                    dbm(n.watts()),
                    digits(n.photonsPerSecond()),
                    n.excessNoise().map(BudgetView::digits).orElse("")));
    return table;
  }

  private static String words(Detection d) {
    String gates =
        d.gateRate() > 0
            ? ", " + digits(d.gateRate()) + " gates/s of " + digits(d.gateSeconds()) + " s"
            : "";
    return "efficiency "
        + digits(d.efficiency())
        + ", dark "
        + digits(d.darkRate())
        + " /s"
        + gates
        + ", counts "
        + digits(d.countRate())
        + " /s, live "
        + digits(d.liveShare())
        + (d.blinded() ? ", BLINDED" : "")
        + (d.damaged() ? ", DAMAGED" : "");
  }

  private static String decibels(double ratio) {
    // A tenth of a millibel up or down is rounding, and no minus zero.
    return String.format(Locale.ROOT, "%.2f", Math.rint(Decibels.ofRatio(ratio) * 100) / 100 + 0.0);
  }

  private static String dbm(double watts) {
    return watts > 0 ? String.format(Locale.ROOT, "%.2f", Decibels.ofWatts(watts)) : "dark";
  }

  private static String digits(double value) {
    return value == 0 ? "0" : String.format(Locale.ROOT, "%.4g", value);
  }

  Map<String, @Nullable Object> object() {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("end", budget.end());
    object.put("paths", budget.paths().stream().map(BudgetView::object).toList());
    Map<String, @Nullable Object> noise = new LinkedHashMap<>();
    budget.noise().forEach((cause, n) -> noise.put(ValueType.word(cause), object(n)));
    object.put("noise", noise);
    object.put("detection", budget.detection().map(BudgetView::object).orElse(null));
    return object;
  }

  private static Map<String, @Nullable Object> object(LightPath path) {
    Optional<Double> rate = path.pulseRate();
    List<Map<String, @Nullable Object>> stops = new ArrayList<>();
    double before = 1;
    for (LightPath.Stop stop : path.stops()) {
      Map<String, @Nullable Object> s = new LinkedHashMap<>();
      s.put("port", stop.port());
      s.put("lossDb", Decibels.ofRatio(before / stop.transmittance()));
      s.put("totalDb", Decibels.ofRatio(1 / stop.transmittance()));
      s.put("powerW", stop.watts());
      s.put("photonsPerSecond", stop.photonsPerSecond());
      s.put("photonsPerPulse", rate.map(r -> stop.photonsPerSecond() / r).orElse(null));
      stops.add(s);
      before = stop.transmittance();
    }
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("source", path.source());
    object.put("quantum", path.quantum());
    object.put("frequencyHz", path.hertz());
    object.put("pulsesPerSecond", rate.orElse(null));
    object.put("stops", stops);
    return object;
  }

  private static Map<String, @Nullable Object> object(NoiseTerm noise) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("powerW", noise.watts());
    object.put("photonsPerSecond", noise.photonsPerSecond());
    object.put("excessNoiseSnu", noise.excessNoise().orElse(null));
    return object;
  }

  private static Map<String, @Nullable Object> object(Detection d) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("efficiency", d.efficiency());
    object.put("darkRate", d.darkRate());
    object.put("countRate", d.countRate());
    object.put("liveShare", d.liveShare());
    object.put("gatesPerSecond", d.gateRate() > 0 ? d.gateRate() : null);
    object.put("gateSeconds", d.gateRate() > 0 ? d.gateSeconds() : null);
    object.put("blinded", d.blinded());
    object.put("damaged", d.damaged());
    return object;
  }
}
