package org.optihal.node.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.bench.Element;
import org.optihal.hal.error.HalException;
import org.optihal.node.experiment.Quantity.Role;

/** What one meter gave in a run. */
public final class MeterRecord {
  private final Element element;
  private final Meter meter;
  private final List<Quantity> quantities;
  private final List<Track> tracks;
  private @Nullable Spectrum first;
  private @Nullable Spectrum last;

  MeterRecord(Element element, Meter meter) {
    this.element = element;
    this.meter = meter;
    this.quantities = List.copyOf(meter.quantities());
    List<Track> all = new ArrayList<>();
    quantities.forEach(q -> all.add(new Track()));
    this.tracks = List.copyOf(all);
  }

  /** Lets the meter look, and keeps what it says. */
  void sample(double now, double seconds) {
    double[] values;
    try {
      values = meter.sample(now, seconds);
    } catch (IllegalArgumentException e) { // a formula refused what the bench gave it
      throw HalException.configuration(
          element + ", at " + Unit.SECONDS.format(now) + ": " + e.getMessage());
    }
    if (values.length != tracks.size()) {
      throw new IllegalStateException(
          element + " gave " + values.length + " values for " + tracks.size() + " quantities");
    }
    for (int i = 0; i < values.length; i++) {
      tracks.get(i).add(now, values[i]);
    }
  }

  void keepFirstSpectrum() {
    first = meter.spectrum().orElse(null);
  }

  void keepLastSpectrum() {
    last = meter.spectrum().orElse(null);
  }

  /** As the bench file has it. */
  public Element meter() {
    return element;
  }

  public List<Quantity> quantities() {
    return quantities;
  }

  /** Of the quantity with this place in {@link #quantities}. */
  public Track track(int index) {
    return tracks.get(index);
  }

  /** The place of a quantity, or -1. */
  int index(String name) {
    for (int i = 0; i < quantities.size(); i++) {
      if (quantities.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** At the first sample. */
  public Optional<Spectrum> firstSpectrum() {
    return Optional.ofNullable(first);
  }

  /** At the last sample. */
  public Optional<Spectrum> lastSpectrum() {
    return Optional.ofNullable(last);
  }

  /** The term of the noise that is the largest on average; empty without noise. */
  public Optional<Quantity> dominatingNoise() {
    Quantity best = null;
    double most = 0;
    for (int i = 0; i < quantities.size(); i++) {
      double mean = tracks.get(i).summary().mean();
      if (quantities.get(i).role() == Role.NOISE_TERM && mean > most) {
        best = quantities.get(i);
        most = mean;
      }
    }
    return Optional.ofNullable(best);
  }
}
