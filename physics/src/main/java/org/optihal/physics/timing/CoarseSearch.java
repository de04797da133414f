package org.optihal.physics.timing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Correlation of the folded streams at each drift, two drifts in one complex transform. A delay
 * falls into two neighboring lags, so their sum is judged, against the mean around it.
 */
final class CoarseSearch {
  private static final int CANDIDATES = 128;
  private static final int BASELINE_HALF_WIDTH = 256;

  /** A line worth a closer look, and by how many deviations it stands out. */
  private record Candidate(double score, TagPair.Line line) {}

  private final TagPair tags;
  private final TagPair.Window window;
  private final double maximumOffsetPs;
  private final double binPs;
  private final int bins;
  private final double driftStep;
  private final int driftsEachWay;
  private final PriorityQueue<Candidate> best =
      new PriorityQueue<>(Comparator.comparingDouble(Candidate::score));

  CoarseSearch(DelaySearch.Settings settings, int bins, TagPair tags, TagPair.Window window) {
    this.tags = tags;
    this.window = window;
    this.maximumOffsetPs = settings.maximumOffsetPs();
    this.bins = bins;
    double period = Math.max(2.01 * maximumOffsetPs, window.spanPs());
    this.binPs = Math.max(period / bins, settings.coincidenceWindowPs());
    this.driftStep = 2 * binPs / window.spanPs();
    this.driftsEachWay = (int) Math.ceil(Math.max(0, settings.maximumDrift() / driftStep - 0.5));
  }

  double binPs() {
    return binPs;
  }

  double driftStep() {
    return driftStep;
  }

  /** The best lines, best first. */
  List<TagPair.Line> candidates() {
    FourierTransform transform = new FourierTransform(bins);
    double[] secondRe = new double[bins];
    double[] secondIm = new double[bins];
    foldSecond(secondRe);
    transform.forward(secondRe, secondIm);
    double[] re = new double[bins];
    double[] im = new double[bins];
    for (int k = -driftsEachWay; k <= driftsEachWay; k += 2) {
      Arrays.fill(re, 0);
      Arrays.fill(im, 0);
      foldFirst(re, k * driftStep);
      if (k < driftsEachWay) {
        foldFirst(im, (k + 1) * driftStep);
      }
      transform.forward(re, im);
      for (int i = 0; i < bins; i++) {
        double product = (re[i] * secondRe[i] + im[i] * secondIm[i]) / bins;
        im[i] = (im[i] * secondRe[i] - re[i] * secondIm[i]) / bins;
        re[i] = product;
      }
      transform.inverse(re, im);
      judge(re, k * driftStep);
      if (k < driftsEachWay) {
        judge(im, (k + 1) * driftStep);
      }
    }
    return best.stream()
        .sorted(Comparator.comparingDouble(Candidate::score).reversed())
        .map(Candidate::line)
        .toList();
  }

  private void foldFirst(double[] counts, double drift) {
    double perPs = (1 + drift) / binPs;
    for (int i = window.begin(); i < window.end(); i++) {
      counts[bin((tags.first()[i] - window.middlePs()) * perPs)]++;
    }
  }

  private void foldSecond(double[] counts) {
    long reach = (long) (maximumOffsetPs + 2 * binPs + driftStep * driftsEachWay * window.spanPs());
    int end = TagPair.lowerBound(tags.second(), window.toPs() + reach);
    for (int i = TagPair.lowerBound(tags.second(), window.fromPs() - reach); i < end; i++) {
      counts[bin((tags.second()[i] - window.middlePs()) / binPs)]++;
    }
  }

  private int bin(double position) {
    return (int) ((long) Math.floor(position) & (bins - 1));
  }

  /** Offers the lags of one drift; a lag of n bins is an offset of -(n + 1/2) bins. */
  private void judge(double[] correlation, double drift) {
    int limit = (int) Math.min(bins / 2 - 1, Math.ceil(maximumOffsetPs / binPs));
    double around = 0;
    for (int n = -limit - BASELINE_HALF_WIDTH; n < -limit + BASELINE_HALF_WIDTH; n++) {
      around += at(correlation, n);
    }
    for (int n = -limit; n <= limit; n++) {
      double sum = at(correlation, n) + at(correlation, n + 1);
      double expected = around / BASELINE_HALF_WIDTH;
      double score = (sum - expected) / StrictMath.sqrt(expected + 1);
      if (best.size() < CANDIDATES || score > best.element().score) {
        if (best.size() == CANDIDATES) {
          best.remove();
        }
        best.add(new Candidate(score, new TagPair.Line(-(n + 0.5) * binPs, drift)));
      }
      around += at(correlation, n + BASELINE_HALF_WIDTH) - at(correlation, n - BASELINE_HALF_WIDTH);
    }
  }

  private double at(double[] correlation, int lag) {
    return correlation[lag & (bins - 1)];
  }
}
