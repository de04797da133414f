package org.optihal.physics.photon;

import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.optihal.physics.Require;
import org.optihal.physics.random.RandomStream;

/**
 * Monte-Carlo of detection times. Photons that would be detected, dark counts and releases of
 * trapped carriers are candidates; what falls into the dead time or between gates is lost, what
 * comes while the efficiency recovers is thinned. Trapped carriers, dead time and the order of
 * detections carry over from call to call. Equal seeds and equal calls give equal bits. Not for
 * several threads.
 */
public final class AvalancheSimulator {
  private static final double PICOSECONDS = 1e12;
  private static final PulseTrain NO_PULSES = new PulseTrain(1, 0, 0, 0);

  /** Longest stretch in ps over which a double resolves times to a quarter of a picosecond. */
  private static final long STRETCH = 1L << 50;

  private final RandomStream random;
  private final Releases releases = new Releases();

  private AvalancheDetector detector;
  private double deadTime;
  private double recoveryTime;
  private double jitterDeviation;
  private double jitterTailFraction;
  private double jitterTailTime;
  private double[] trapBounds = {};
  private double[] trapLifetimes = {};

  /** Time 0 of {@code now} and {@code armed}. */
  private long origin;

  private double now;
  private double armed = Double.NEGATIVE_INFINITY;
  private long latest;
  private long blankedGates;

  /** A detector at rest at time 0. */
  public AvalancheSimulator(AvalancheDetector detector, SplittableRandom seed) {
    this.random = new RandomStream(seed);
    this.detector = detector;
    use(detector);
  }

  /** Goes on with other parameters; a dead time that has begun ends as it was going to. */
  public void use(AvalancheDetector detector) {
    this.detector = detector;
    deadTime = detector.deadTime() * PICOSECONDS;
    recoveryTime = detector.recoveryTime() * PICOSECONDS;
    jitterDeviation = detector.jitter().standardDeviation() * PICOSECONDS;
    jitterTailFraction = detector.jitter().tailFraction();
    jitterTailTime = detector.jitter().tailTime() * PICOSECONDS;
    List<Trap> traps = detector.traps();
    trapBounds = new double[traps.size()];
    trapLifetimes = new double[traps.size()];
    double sum = 0;
    for (int i = 0; i < trapBounds.length; i++) {
      sum += traps.get(i).amplitude();
      trapBounds[i] = sum;
      trapLifetimes[i] = traps.get(i).lifetime() * PICOSECONDS;
    }
  }

  public AvalancheDetector detector() {
    return detector;
  }

  /** Until when detections are known, ps. */
  public long now() {
    return origin + (long) Math.floor(now);
  }

  /** Gates that were, or are to be, blanked by the avalanches so far. */
  public long blankedGates() {
    return blankedGates;
  }

  /** Jumps to a later time as if in the dark for long: armed, and no carrier is trapped. */
  public void skipTo(long timePs) {
    checkLater(timePs);
    origin = timePs;
    now = 0;
    armed = Double.NEGATIVE_INFINITY;
    releases.clear();
  }

  /** Detects continuous light; see {@link #detect(double, PulseTrain, long, long[])}. */
  public int detect(double photonRate, long untilPs, long[] timesPs) {
    return detect(photonRate, NO_PULSES, untilPs, timesPs);
  }

  /**
   * Detects continuous light and pulses, both of Poissonian statistics, that arrive from {@link
   * #now()} on. Stops when the array is full: then call again for the rest.
   *
   * @param photonRate of continuous light at the detector, 1/s
   * @param untilPs end of this call, exclusive; avalanches before it count, even if jitter reports
   *     them later
   * @param timesPs takes the detection times, ascending
   * @return number of detections; less than the length of {@code timesPs} if {@code untilPs} is
   *     reached
   */
  public int detect(double photonRate, PulseTrain pulses, long untilPs, long[] timesPs) {
    Require.notNegative(photonRate, "photonRate");
    Require.positive(timesPs.length, "length of timesPs");
    checkLater(untilPs);
    int count = 0;
    while (count < timesPs.length && now() < untilPs) {
      double end = (double) Math.min(untilPs - origin, STRETCH);
      count = run(photonRate, pulses, end, timesPs, count);
      rebase();
    }
    return count;
  }

  private void checkLater(long timePs) {
    if (timePs < now()) {
      throw new IllegalArgumentException(
          "time must not go back: " + timePs + " ps is before " + now() + " ps");
    }
  }

  private int run(double photonRate, PulseTrain pulses, double end, long[] times, int start) {
    Gate gate = detector.gate();
    GateGrid gates = gate == null ? null : new GateGrid(gate, origin);
    double efficiency = detector.efficiency();
    double rate = (efficiency * photonRate + detector.darkRate()) / PICOSECONDS;
    ContinuousArrivals continuous = new ContinuousArrivals(random, rate, gates);
    PulseArrivals pulsed = new PulseArrivals(random, pulses, efficiency, origin);

    int count = start;
    double from = Math.max(now, armed);
    while (true) {
      continuous.skipTo(from);
      pulsed.skipTo(from);
      releases.skipTo(from);
      double time = Math.min(Math.min(continuous.next(), pulsed.next()), releases.next());
      while (time < end && !triggers(time, gates)) {
        if (time == continuous.next()) {
          continuous.advance();
        } else if (time == pulsed.next()) {
          pulsed.advance();
        } else {
          releases.advance();
        }
        time = Math.min(Math.min(continuous.next(), pulsed.next()), releases.next());
      }
      if (time >= end) {
        now = end;
        return count;
      }
      times[count++] = report(time);
      armed = gates == null ? time + deadTime : rearm(time, gates);
      trap(time);
      if (count == times.length) {
        now = time;
        return count;
      }
      from = armed;
    }
  }

  /** Whether a candidate meets enough bias. */
  private boolean triggers(double time, @Nullable GateGrid gates) {
    if (gates != null) {
      double sensitivity = gates.sensitivity(time);
      return sensitivity >= 1 || random.uniform() < sensitivity;
    }
    // An exponential variate is below x with probability 1 - exp(-x).
    return recoveryTime == 0 || random.exponential() * recoveryTime < time - armed;
  }

  private double rearm(double time, GateGrid gates) {
    double fired = gates.index(time);
    double next = gates.firstAfter(time + deadTime);
    next = Math.max(next, fired + 1 + gates.blankedGates());
    blankedGates += (long) (next - fired - 1);
    return gates.justBefore(next);
  }

  private void trap(double time) {
    if (trapBounds.length == 0) {
      return;
    }
    double u = random.uniform();
    for (int i = 0; i < trapBounds.length; i++) {
      if (u < trapBounds[i]) {
        double release = time + random.exponential() * trapLifetimes[i];
        if (release > armed) { // in the dead time it would be lost
          releases.add(release);
        }
        return;
      }
    }
  }

  /** Pulses leave the discriminator in the order of the avalanches. */
  private long report(double time) {
    double delay = 0;
    if (jitterDeviation > 0) {
      delay = random.gaussian() * jitterDeviation;
    }
    if (jitterTailFraction > 0 && random.uniform() < jitterTailFraction) {
      delay += random.exponential() * jitterTailTime;
    }
    latest = Math.max(latest, origin + (long) Math.floor(time + delay));
    return latest;
  }

  private void rebase() {
    double shift = Math.floor(now);
    origin += (long) shift;
    now -= shift;
    armed -= shift;
    releases.shift(shift);
  }
}
