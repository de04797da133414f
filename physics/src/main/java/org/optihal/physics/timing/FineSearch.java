package org.optihal.physics.timing;

import java.util.Optional;

/** Follows a coarse line into finer bins, fits it over parts of the stream and judges it. */
final class FineSearch {
  private static final int ZOOM = 4;
  private static final int PARTS = 16;
  private static final int FITS = 5;
  private static final int NEIGHBORS = 20_000;
  private static final double NEIGHBOR_PAIRS = 1e7;
  private static final double FOLLOWED_PAIRS = 5e7;
  private static final int FOLLOWED_AT_LEAST = 8;
  private static final double WORTH_FOLLOWING = 6;
  private static final double DEVIATIONS_OVER_NEIGHBORS = 3;

  private final TagPair tags;
  private final TagPair.Window window;
  private final long reference;
  private final double coincidencePs;
  private final double jitterPs;
  private final double required;
  private final double maximumDrift;
  private final double maximumOffsetPs;

  FineSearch(DelaySearch.Settings settings, TagPair tags, TagPair.Window window) {
    this.tags = tags;
    this.window = window;
    this.reference = window.middlePs();
    this.coincidencePs = settings.coincidenceWindowPs();
    this.jitterPs = StrictMath.sqrt(2) * settings.jitterPs();
    this.maximumDrift = settings.maximumDrift();
    this.maximumOffsetPs = settings.maximumOffsetPs();
    double offsets = 2 * maximumOffsetPs / coincidencePs + 1;
    double drifts = 2 * maximumDrift * window.spanPs() / coincidencePs + 1;
    // P(X > z) < exp(-z^2/2) for a normal X; as many places are looked at as there are windows.
    this.required =
        StrictMath.sqrt(2 * StrictMath.log(offsets * drifts / settings.falseAlarmProbability()));
  }

  /**
   * How many candidates can be followed in about a second; streams of high rate hold many pairs.
   */
  int affordable(double binPs) {
    double pairs = window.tags() + 6 * binPs * tags.pairsPerPs(window);
    return (int) Math.max(FOLLOWED_AT_LEAST, FOLLOWED_PAIRS / pairs);
  }

  /** The delay near a coarse line, or none if it does not stand out. */
  Optional<Delay> follow(TagPair.Line coarse, double binPs, double driftStep) {
    Optional<TagPair.Line> zoomed = zoom(coarse, 2 * binPs, maximumDrift > 0 ? driftStep : 0);
    return zoomed.flatMap(line -> judge(fit(window, line)));
  }

  private Optional<Delay> judge(TagPair.Line line) {
    Evidence evidence = evidence(window, line);
    if (!(evidence.significance >= required)
        || Math.abs(line.offsetPs()) > maximumOffsetPs + coincidencePs
        || Math.abs(line.drift()) > maximumDrift + coincidencePs / window.spanPs()
        || !standsOutOfNeighbors(line, evidence)) {
      return Optional.empty();
    }
    return Optional.of(extend(line, evidence));
  }

  /**
   * Ever finer bins of offset and drift around the fullest one, down to half of the coincidence
   * window; none once the fullest bin, which only gains on chance from level to level, does not
   * stand out.
   */
  private Optional<TagPair.Line> zoom(
      TagPair.Line start, double startHalfOffset, double startHalfDrift) {
    TagPair.Line line = start;
    double halfOffset = startHalfOffset;
    double halfDrift = startHalfDrift;
    double finest = coincidencePs / 2;
    for (int level = 1; halfOffset > finest; level++) {
      double bin = Math.max(finest, halfOffset / ZOOM);
      Grid grid = new Grid(halfOffset, halfDrift, bin, window.spanPs());
      tags.visit(window, reference, line, halfOffset + halfDrift * window.spanPs() / 2, grid::add);
      line = grid.follow(line);
      if (level > 1 && significance(grid.most, tags.pairsPerPs(window) * bin) < WORTH_FOLLOWING) {
        return Optional.empty();
      }
      halfOffset = bin;
      halfDrift = grid.driftStep;
    }
    return Optional.of(line);
  }

  /** Pairs by offset and drift. Two neighboring cells make a bin, so that no line is cut in two. */
  private static final class Grid {
    private final double cell;
    private final int cellsEachWay;
    private final double driftStep;
    private final int driftsEachWay;
    private final int[][] counts;
    private int most = -1;

    Grid(double halfOffset, double halfDrift, double bin, double span) {
      cell = bin / 2;
      cellsEachWay = (int) Math.ceil(halfOffset / cell);
      driftStep = bin / span;
      driftsEachWay = (int) Math.ceil(halfDrift / driftStep);
      counts = new int[2 * driftsEachWay + 1][2 * cellsEachWay];
    }

    void add(double time, double residual) {
      double turn = driftStep * time;
      double position = residual + driftsEachWay * turn;
      for (int[] row : counts) {
        double index = Math.floor(position / cell) + cellsEachWay;
        if (index >= 0 && index < row.length) {
          row[(int) index]++;
        }
        position -= turn;
      }
    }

    /** The line of the fullest bin. */
    TagPair.Line follow(TagPair.Line center) {
      int bestDrift = 0;
      int bestCell = 0;
      for (int k = 0; k < counts.length; k++) {
        for (int c = 1; c < counts[k].length; c++) {
          int count = counts[k][c - 1] + counts[k][c];
          if (count > most) {
            most = count;
            bestDrift = k - driftsEachWay;
            bestCell = c - cellsEachWay;
          }
        }
      }
      return center.plus(bestCell * cell, bestDrift * driftStep);
    }
  }

  /** The line through the mean residuals of the parts of a window. */
  private TagPair.Line fit(TagPair.Window over, TagPair.Line start) {
    TagPair.Line line = start;
    for (int i = 0; i < FITS; i++) {
      Parts parts = new Parts(over, reference, coincidencePs, jitterPs);
      tags.visit(over, reference, line, 3 * coincidencePs, parts::add);
      line = parts.corrected(line);
    }
    return line;
  }

  /** Sums of residuals by part of the stream, with the background from both sides of the line. */
  private static final class Parts {
    private final double from;
    private final double length;
    private final double half;
    private final double jitter;
    private final double[] count = new double[PARTS];
    private final double[] side = new double[PARTS];
    private final double[] sum = new double[PARTS];

    Parts(TagPair.Window window, long reference, double half, double jitter) {
      this.from = window.fromPs() - reference;
      this.length = window.spanPs() / PARTS;
      this.half = half;
      this.jitter = jitter;
    }

    void add(double time, double residual) {
      int part = (int) Math.max(0, Math.min(PARTS - 1, Math.floor((time - from) / length)));
      if (Math.abs(residual) <= half) {
        count[part]++;
        sum[part] += residual;
      } else {
        side[part]++;
      }
    }

    /** Weighted least squares; a part without more than chance gives has no say. */
    TagPair.Line corrected(TagPair.Line line) {
      double weights = 0;
      double weightedTime = 0;
      double weightedResidual = 0;
      double[] weight = new double[PARTS];
      double[] residual = new double[PARTS];
      for (int k = 0; k < PARTS; k++) {
        double background = side[k] / 2;
        double signal = count[k] - background;
        if (signal > 2 * StrictMath.sqrt(background + 1)) {
          residual[k] = sum[k] / signal;
          weight[k] = signal * signal / (signal * jitter * jitter + background * half * half / 3);
          weights += weight[k];
          weightedTime += weight[k] * time(k);
          weightedResidual += weight[k] * residual[k];
        }
      }
      if (weights == 0) {
        return line;
      }
      double meanTime = weightedTime / weights;
      double meanResidual = weightedResidual / weights;
      double spread = 0;
      double slope = 0;
      for (int k = 0; k < PARTS; k++) {
        double dt = time(k) - meanTime;
        spread += weight[k] * dt * dt;
        slope += weight[k] * dt * (residual[k] - meanResidual);
      }
      double drift = spread > weights * length * length / 4 ? slope / spread : 0;
      return line.plus(meanResidual - drift * meanTime, drift);
    }

    private double time(int part) {
      return from + (part + 0.5) * length;
    }
  }

  private record Evidence(
      TagPair.Window window, long coincidences, double accidentals, double significance) {}

  private Evidence evidence(TagPair.Window over, TagPair.Line line) {
    long[] counts = new long[2];
    double half = coincidencePs / 2;
    double reach = 8 * coincidencePs;
    tags.visit(
        over,
        reference,
        line,
        reach,
        (time, residual) -> counts[Math.abs(residual) <= half ? 0 : 1]++);
    double accidentals =
        Math.max(counts[1] * half / (reach - half), tags.pairsPerPs(over) * coincidencePs);
    return new Evidence(over, counts[0], accidentals, significance(counts[0], accidentals));
  }

  /**
   * Deviations of a normal that are as rare as {@code count} where {@code expected} is the mean.
   */
  private static double significance(long count, double expected) {
    return count <= expected
        ? 0
        : StrictMath.sqrt(2 * (count * StrictMath.log(count / expected) - (count - expected)));
  }

  /** Whether the line holds clearly more pairs than any other place near it. */
  private boolean standsOutOfNeighbors(TagPair.Line line, Evidence evidence) {
    double affordable = NEIGHBOR_PAIRS / (2 * tags.pairsPerPs(window) * coincidencePs);
    int each = (int) Math.max(16, Math.min(NEIGHBORS, affordable));
    long[] counts = new long[2 * each + 1];
    tags.visit(
        window,
        reference,
        line,
        (each + 0.5) * coincidencePs,
        (time, residual) -> {
          int index = each + (int) StrictMath.rint(residual / coincidencePs);
          counts[Math.max(0, Math.min(2 * each, index))]++;
        });
    long rival = 0;
    for (int i = 0; i < counts.length; i++) {
      if (Math.abs(i - each) > 1) {
        rival = Math.max(rival, counts[i]);
      }
    }
    return evidence.coincidences - rival
        >= DEVIATIONS_OVER_NEIGHBORS * StrictMath.sqrt((double) evidence.coincidences + rival);
  }

  /** Doubles the window as long as that adds evidence, up to the whole stream. */
  private Delay extend(TagPair.Line start, Evidence startEvidence) {
    TagPair.Line line = start;
    Evidence evidence = startEvidence;
    long first = tags.first()[0];
    long last = tags.first()[tags.first().length - 1];
    while (evidence.window.fromPs() > first || evidence.window.toPs() < last) {
      long half = (long) evidence.window.spanPs() / 2 + 1;
      TagPair.Window wider =
          tags.window(
              Math.max(first, evidence.window.fromPs() - half),
              Math.min(last, evidence.window.toPs() + half));
      TagPair.Line widerLine = fit(wider, line);
      Evidence more = evidence(wider, widerLine);
      if (more.significance <= evidence.significance) {
        break;
      }
      line = widerLine;
      evidence = more;
    }
    return new Delay(
        reference,
        line.offsetPs(),
        line.drift() * 1e9,
        evidence.significance,
        evidence.coincidences,
        evidence.accidentals,
        evidence.window.fromPs(),
        evidence.window.toPs());
  }
}
