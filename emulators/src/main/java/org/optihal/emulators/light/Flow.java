package org.optihal.emulators.light;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.light.Cause;
import org.optihal.physics.light.Rotation;

/**
 * Light that passes a port in one direction, as the light field works it out: an entry per line of
 * the bench, and noise per cause and bin in W/Hz.
 */
public final class Flow {
  private final int bins;
  private final Lines lines;
  private final boolean wired;
  final double[] watts;
  final double[] crosstalk;
  final double[] hertz;
  final double[] transmittance;
  final double[] strongest; // of its ways alone
  final double[] delayPicos;
  final Rotation[] rotation;
  private final Map<Cause, double[]> noise = new EnumMap<>(Cause.class);

  /**
   * @param lines of the bench
   * @param wired whether anything is connected there
   */
  Flow(Lines lines, int bins, boolean wired) {
    this.lines = lines;
    this.bins = bins;
    this.wired = wired;
    watts = new double[lines.size()];
    crosstalk = new double[lines.size()];
    hertz = new double[lines.size()];
    transmittance = new double[lines.size()];
    strongest = new double[lines.size()];
    delayPicos = new double[lines.size()];
    rotation = new Rotation[lines.size()];
    Arrays.fill(rotation, Rotation.IDENTITY);
  }

  void clearLines() {
    Arrays.fill(watts, 0);
    Arrays.fill(transmittance, 0);
    Arrays.fill(strongest, 0);
    Arrays.fill(delayPicos, 0);
    Arrays.fill(rotation, Rotation.IDENTITY);
    for (int i = 0; i < hertz.length; i++) {
      hertz[i] = crosstalk[i] == 0 ? 0 : hertz[i];
    }
  }

  void clearNoise() {
    Arrays.fill(crosstalk, 0);
    for (int i = 0; i < hertz.length; i++) {
      hertz[i] = transmittance[i] == 0 ? 0 : hertz[i]; // it was that of stray light
    }
    noise.clear();
  }

  public int lines() {
    return watts.length;
  }

  /** Power of a line that came the way it was meant to. */
  public double watts(int line) {
    return watts[line];
  }

  /** Power of a line by another core or another port of a switch. */
  public double crosstalk(int line) {
    return crosstalk[line];
  }

  /** Center of a line here: a phase modulator may have moved it. */
  public double hertz(int line) {
    return hertz[line];
  }

  /** Width of a line in hertz. */
  public double bandwidth(int line) {
    return lines.bandwidth[line];
  }

  /** Id of the device or element that makes a line, with {@code #17} behind it for one of many. */
  public String source(int line) {
    return lines.sources[line];
  }

  /** Pulses per second of a line; 0 of continuous light. */
  public double pulseRate(int line) {
    return lines.pulseRate[line];
  }

  /** Whether anything is connected here. */
  public boolean isWired() {
    return wired;
  }

  /** Light of all lines. */
  public double lineWatts() {
    double sum = 0;
    for (int i = 0; i < watts.length; i++) {
      sum += watts[i] + crosstalk[i];
    }
    return sum;
  }

  /** Noise of all causes over the whole spectrum. */
  public double noiseWatts(SpectralGrid grid) {
    double sum = 0;
    for (double[] density : noise.values()) {
      for (int i = 0; i < density.length; i++) {
        sum += density[i] * grid.width(i);
      }
    }
    return sum;
  }

  /** W/Hz by bin, or null where there is none of this cause. */
  public double @Nullable [] noise(Cause cause) {
    return noise.get(cause);
  }

  /** The causes of which there is noise. */
  public Iterable<Cause> causes() {
    return noise.keySet();
  }

  /** Adds noise that a part makes. */
  public void addNoise(Cause cause, int bin, double wattsPerHertz) {
    noiseFor(cause)[bin] += wattsPerHertz;
  }

  /** Adds light of a line that goes astray. */
  public void addCrosstalk(int line, double atHertz, double added) {
    if (hertz[line] == 0) {
      hertz[line] = atHertz;
    }
    crosstalk[line] += added;
  }

  /** W/Hz by bin, to add to. */
  public double[] noiseFor(Cause cause) {
    return noise.computeIfAbsent(cause, c -> new double[bins]);
  }
}
