package org.optihal.emulators.laser;

import java.util.SplittableRandom;

/**
 * The laser behind the registers: power, frequency, temperatures and currents over time, and what
 * faults do to them. Only sensors are noisy, so looking at the laser itself changes nothing. Units
 * are MHz, dBm, mW, mA and degrees Celsius.
 */
final class ItlaOptics {
  /** The temperature at which the diode is held; assumed. */
  static final double DIODE_CELSIUS = 35;

  /** Width of its line; assumed, of the order of data sheets of ITLA lasers. */
  static final double LINEWIDTH_HERTZ = 100e3;

  /** What the power monitor shows in the dark, -40 dBm; assumed. */
  private static final double FLOOR_MILLIWATTS = 1e-4;

  private static final double SECOND = 1e9;
  private static final double FREQUENCY_ERROR_MHZ = 30;
  private static final double FREQUENCY_NOISE_MHZ = 3;
  private static final double PULL_IN_MHZ = 1_000;
  private static final double PULL_IN_SECONDS = 0.1;
  private static final double WHISPER_DRIFT_MHZ = 100;
  private static final double WHISPER_PERIOD_SECONDS = 600;
  private static final double MONITOR_ERROR_DB = 0.05;
  private static final double MONITOR_NOISE_DB = 0.01;
  private static final double FLOOR_NOISE = 0.05;
  private static final double SENSOR_NOISE_CELSIUS = 0.02;
  private static final double CASE_CELSIUS = 30;
  private static final double CASE_WARMING_CELSIUS = 5;
  private static final double CASE_WARMING_SECONDS = 60;
  private static final double CASE_SWING_CELSIUS = 0.5;
  private static final double CASE_PERIOD_SECONDS = 900;

  private final SplittableRandom random;
  private final OpticalOutput output;
  private final double monitorErrorDb;
  private final double casePhase;
  private final Lag warming;
  private final Ramp powerDrift;
  private final Ramp frequencyDrift;
  private final Ramp overheating;
  private final Ramp aging;
  private double frequencyError;
  private long tuned;
  private long target;
  private long lockedAt;
  private long whisperSince = Long.MAX_VALUE;

  ItlaOptics(SplittableRandom random, ItlaProfile profile, long nanos) {
    this.random = random;
    this.output = new OpticalOutput(profile.times().dark().toNanos(), nanos);
    this.warming = new Lag(0, CASE_WARMING_SECONDS * SECOND, nanos);
    this.powerDrift = new Ramp(nanos);
    this.frequencyDrift = new Ramp(nanos);
    this.overheating = new Ramp(nanos);
    this.aging = new Ramp(nanos);
    this.lockedAt = nanos;
    this.monitorErrorDb = MONITOR_ERROR_DB * noise();
    this.casePhase = 2 * StrictMath.PI * random.nextDouble();
  }

  /** Between -1 and 1, most often near 0. */
  private double noise() {
    double first = random.nextDouble();
    return first - random.nextDouble();
  }

  Ramp powerDrift() {
    return powerDrift;
  }

  Ramp frequencyDrift() {
    return frequencyDrift;
  }

  Ramp overheating() {
    return overheating;
  }

  Ramp aging() {
    return aging;
  }

  /** Whether a fault is moving something, so that nobody may look at the ends only. */
  boolean isDrifting(long nanos) {
    return powerDrift.isMoving(nanos)
        || frequencyDrift.isMoving(nanos)
        || overheating.isMoving(nanos)
        || aging.isMoving(nanos);
  }

  /** Takes a new frequency; the laser gets as near as its range allows. */
  void tune(long wantedMhz, long reachableMhz, long lockNanos) {
    target = wantedMhz;
    tuned = reachableMhz;
    lockedAt = lockNanos;
    frequencyError = FREQUENCY_ERROR_MHZ * noise();
  }

  /** Shifts by a fine tuning, without a new lock. */
  void shift(long wantedMhz, long reachableMhz) {
    target = wantedMhz;
    tuned = reachableMhz;
  }

  void whisper(boolean on, long nanos) {
    whisperSince = on ? Math.min(whisperSince, nanos) : Long.MAX_VALUE;
  }

  void relight(long nanos, long relightNanos, double dbm) {
    output.interrupt(nanos, relightNanos, milliwatts(dbm));
    warming.moveTo(CASE_WARMING_CELSIUS, nanos);
  }

  void power(long nanos, double dbm) {
    output.power(nanos, milliwatts(dbm));
  }

  void dark(long nanos) {
    output.dark(nanos);
    warming.moveTo(0, nanos);
  }

  boolean isLit(long nanos) {
    return output.isLit(nanos);
  }

  /** Light that leaves the module; exactly 0 in the dark. */
  double milliwatts(long nanos) {
    return output.milliwatts(nanos) * ratio(powerDrift.at(nanos));
  }

  /** What the power monitor shows. */
  double sensedDbm(long nanos) {
    double light = milliwatts(nanos) * ratio(monitorErrorDb + MONITOR_NOISE_DB * noise());
    double floor = FLOOR_MILLIWATTS * (1 + FLOOR_NOISE * noise());
    return 10 * StrictMath.log10(light + floor);
  }

  /** Where its line lies, to the megahertz. */
  double megahertz(long nanos) {
    return StrictMath.rint(tuned + deviation(nanos));
  }

  /** What the frequency locker shows, light or not. */
  double sensedMegahertz(long nanos) {
    return tuned + deviation(nanos) + FREQUENCY_NOISE_MHZ * noise();
  }

  /** Where the laser was tuned to last, in reach of it. */
  long tunedMegahertz() {
    return tuned;
  }

  private double deviation(long nanos) {
    double pullIn =
        nanos < lockedAt || !output.isLit(nanos)
            ? 0
            : PULL_IN_MHZ * StrictMath.exp(-(nanos - lockedAt) / (PULL_IN_SECONDS * SECOND));
    double wander =
        nanos < whisperSince
            ? 0
            : WHISPER_DRIFT_MHZ
                * StrictMath.sin(
                    2 * StrictMath.PI * (nanos - whisperSince) / SECOND / WHISPER_PERIOD_SECONDS);
    return frequencyError + pullIn + wander + frequencyDrift.at(nanos);
  }

  /** How far the frequency is off for good, settling aside. */
  double frequencyDeviation(long nanos) {
    return tuned - target + frequencyError + frequencyDrift.at(nanos);
  }

  /** How far the power is off for good, settling aside, in dB. */
  double powerDeviation(long nanos) {
    return powerDrift.at(nanos);
  }

  double diodeCelsius(long nanos) {
    return DIODE_CELSIUS + overheating.at(nanos);
  }

  /** What the sensor beside the diode shows. */
  double sensedDiodeCelsius(long nanos) {
    return diodeCelsius(nanos) + SENSOR_NOISE_CELSIUS * noise();
  }

  double caseCelsius(long nanos) {
    double swing =
        StrictMath.sin(2 * StrictMath.PI * nanos / SECOND / CASE_PERIOD_SECONDS + casePhase);
    return CASE_CELSIUS + warming.at(nanos) + CASE_SWING_CELSIUS * swing + overheating.at(nanos);
  }

  double coolerMilliamperes(long nanos) {
    return 20 * (caseCelsius(nanos) - 25);
  }

  double diodeMilliamperes(long nanos) {
    double light = output.milliwatts(nanos);
    return light == 0 ? 0 : (50 + 8 * light) * (1 + age(nanos) / 100);
  }

  /** In percent of a life. */
  double age(long nanos) {
    return Math.max(0, Math.min(100, aging.at(nanos)));
  }

  static double milliwatts(double dbm) {
    return StrictMath.pow(10, dbm / 10);
  }

  private static double ratio(double db) {
    return StrictMath.pow(10, db / 10);
  }
}
