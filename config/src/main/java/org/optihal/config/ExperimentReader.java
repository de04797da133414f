package org.optihal.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optihal.config.Written.Entry;
import org.optihal.config.Written.Nothing;
import org.optihal.config.Written.Sequence;
import org.optihal.config.Written.Text;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.Experiment;
import org.optihal.hal.bench.Experiment.Figure;
import org.optihal.hal.bench.Experiment.Step;
import org.optihal.hal.bench.MeterKinds;
import org.optihal.hal.error.HalException;
import org.optihal.hal.point.Address;
import org.optihal.hal.quantity.UnitText;

/** Reads what is to be run, measured and compared, against what the bench declares. */
final class ExperimentReader {
  static final List<String> NEEDS = List.of("title", "publication", "duration", "sample");
  static final List<String> KEYS =
      List.of(
          "title",
          "publication",
          "duration",
          "sample",
          "setup",
          "schedule",
          "polls",
          "meters",
          "figures");
  static final List<String> STEP_KEYS = List.of("at", "do");

  /** All samples are kept for the report. */
  private static final long MAX_SAMPLES = 1_000_000;

  private final Parts parts;
  private final CommandReader commands;
  private final Values values;
  private final Problems problems;

  ExperimentReader(Parts parts, Problems problems) {
    this.parts = parts;
    this.commands = new CommandReader(parts, problems);
    this.values = new Values(problems);
    this.problems = problems;
  }

  /** The experiment as far as it can be read; whether it is good, the problems tell. */
  Experiment read(Entry written) {
    Section experiment =
        Section.of("experiment", written.key(), written.value(), problems)
            .only(KEYS)
            .needs("title", "one line for people")
            .needs("publication", "where the figures were published")
            .needs("duration", "for example 8 h")
            .needs("sample", "for example 10 s");
    Optional<Text> title = experiment.text("title");
    title
        .filter(text -> text.value().chars().anyMatch(Character::isISOControl))
        .ifPresent(text -> problems.add(text.place(), "experiment, title: it is one line"));
    Optional<Duration> duration = period("experiment", experiment, "duration");
    Optional<Duration> sample = period("experiment", experiment, "sample");
    if (duration.isPresent() && sample.isPresent()) {
      checkSample(duration.get(), sample.get(), placeOf(experiment, "sample"));
    }
    Section meters = experiment.section("meters", "meters");
    meters.entries().forEach((id, e) -> Ids.check("meter", id, e.key(), problems));
    Map<String, Element> meterEntries =
        new ElementReader("meter", MeterKinds.all(), parts, right -> {}, problems).readAll(meters);
    return new Experiment(
        title.map(Text::value).orElse(""),
        experiment.text("publication").map(text -> text.value().strip()).orElse(""),
        duration.orElse(Duration.ZERO),
        sample.orElse(Duration.ZERO),
        setup(experiment),
        schedule(experiment, duration),
        polls(experiment.section("polls", "polls")),
        meterEntries,
        meters.isReadable() ? figures(experiment, meterEntries) : List.of());
  }

  private void checkSample(Duration duration, Duration sample, Place place) {
    if (sample.compareTo(duration) > 0) {
      problems.add(place, "experiment, sample: it is longer than the duration");
    } else if (duration.dividedBy(sample) > MAX_SAMPLES) {
      problems.add(place, "experiment, sample: a run has at most " + MAX_SAMPLES + " samples");
    }
  }

  private List<String> setup(Section experiment) {
    List<String> setup = new ArrayList<>();
    for (Written item : items(experiment, "setup")) {
      if (item instanceof Text text) {
        commands.check("setup", text);
        setup.add(text.value());
      } else {
        problems.add(item.place(), "a command of setup must be a text, not " + item.form());
      }
    }
    return setup;
  }

  /** In the order of time; at the same time in the order written. */
  private List<Step> schedule(Section experiment, Optional<Duration> duration) {
    List<Step> steps = new ArrayList<>();
    for (Written item : items(experiment, "schedule")) {
      Section step =
          Section.of("a step of schedule", item.place(), item, problems)
              .only(STEP_KEYS)
              .needs("at", "for example 2 h")
              .needs("do", "for example set tx-laser.power = 3 dBm");
      Optional<Duration> at = values.read("schedule, at", step.text("at"), UnitText::duration);
      if (at.isPresent() && at.get().isNegative()) {
        problems.add(placeOf(step, "at"), "schedule, at: the run begins at 0 s");
      } else if (at.isPresent() && duration.isPresent() && at.get().compareTo(duration.get()) > 0) {
        problems.add(placeOf(step, "at"), "schedule, at: the run is over by then");
      }
      Optional<Text> command = step.text("do");
      command.ifPresent(text -> commands.check("schedule", text));
      steps.add(new Step(at.orElse(Duration.ZERO), command.map(Text::value).orElse("")));
    }
    steps.sort(Comparator.comparing(Step::at));
    return steps;
  }

  private Map<String, Duration> polls(Section polls) {
    Map<String, Duration> periods = new LinkedHashMap<>();
    polls
        .entries()
        .forEach(
            (point, e) -> {
              checkPoint(point, e.key());
              period("polls", polls, point).ifPresent(period -> periods.put(point, period));
            });
    return periods;
  }

  private void checkPoint(String point, Place place) {
    try {
      Address address = Address.parse(point);
      if (address.point().isEmpty()) {
        problems.add(place, "polls: '" + point + "' names no point");
      } else if (!parts.isDevice(address.device())) {
        problems.add(place, "polls: " + parts.noDevice(address.device()));
      }
    } catch (HalException e) {
      problems.add(place, "polls: " + e.getMessage());
    }
  }

  private List<Figure> figures(Section experiment, Map<String, Element> meters) {
    FigureReader reader = new FigureReader(meters.keySet(), problems);
    return items(experiment, "figures").stream().map(reader::read).toList();
  }

  private Optional<Duration> period(String name, Section section, String key) {
    Optional<Duration> time = values.read(name + ", " + key, section.text(key), UnitText::duration);
    if (time.isPresent() && (time.get().isNegative() || time.get().isZero())) {
      problems.add(placeOf(section, key), name + ", " + key + ": it is above zero");
      return Optional.empty();
    }
    return time;
  }

  private List<Written> items(Section section, String key) {
    Entry e = section.entries().get(key);
    if (e == null || e.value() instanceof Nothing) {
      return List.of();
    }
    if (e.value() instanceof Sequence list) {
      return list.items();
    }
    problems.add(e.value().place(), key + " must be a list, not " + e.value().form());
    return List.of();
  }

  private static Place placeOf(Section section, String key) {
    Entry e = section.entries().get(key);
    return e == null ? section.place() : e.value().place();
  }
}
