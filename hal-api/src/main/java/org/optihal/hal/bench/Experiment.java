package org.optihal.hal.bench;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is run on a bench, what is measured, and what was published.
 *
 * @param title one line
 * @param publication where the figures were published
 * @param duration of a whole run
 * @param sample time between two readings of the meters
 * @param setup commands before the run begins, in order
 * @param schedule commands during the run
 * @param polls how often points of devices are read, by address
 * @param meters what a bench would report, by id; their kinds are {@link MeterKinds}
 * @param figures what is compared with the publication
 */
public record Experiment(
    String title,
    String publication,
    Duration duration,
    Duration sample,
    List<String> setup,
    List<Step> schedule,
    Map<String, Duration> polls,
    Map<String, Element> meters,
    List<Figure> figures) {
  public Experiment {
    setup = List.copyOf(setup);
    schedule = List.copyOf(schedule);
    polls = Collections.unmodifiableMap(new LinkedHashMap<>(polls));
    meters = Collections.unmodifiableMap(new LinkedHashMap<>(meters));
    figures = List.copyOf(figures);
  }

  /**
   * A command at a time.
   *
   * @param at since the run began
   * @param command such as {@code set tx-laser.power = 12 dBm}
   */
  public record Step(Duration at, String command) {}

  /**
   * A published figure.
   *
   * @param name in words
   * @param of what is compared, {@code meter.quantity}
   * @param reduce how the samples of a run become one value
   * @param published the text of the figure, such as {@code 0.41 kbit/s}, {@code > 0 bit/s}, {@code
   *     > other.noise}, or {@code unknown}
   * @param tolerance fixed before running, such as {@code 3 dB}, {@code factor 2}, {@code 10 %}, or
   *     empty
   * @param basis whether all it depends on was published
   * @param place where it was written
   */
  public record Figure(
      String name,
      String of,
      Reduce reduce,
      String published,
      String tolerance,
      Basis basis,
      String place) {}

  /** How the samples of a run become one value. */
  public enum Reduce {
    MEAN,
    MIN,
    MAX,
    LAST
  }

  /** What our value rests on. */
  public enum Basis {
    /** Parameters that were published: an agreement reproduces the figure. */
    PUBLISHED,
    /** Parameters of which some are assumed: an agreement is consistent with the figure. */
    ASSUMED
  }
}
