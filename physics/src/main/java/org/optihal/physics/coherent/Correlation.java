package org.optihal.physics.coherent;

import org.optihal.physics.Require;

/**
 * Means and central second moments of pairs, fed one by one or merged from parts; not thread-safe.
 *
 * <p>The updates are those of Welford and of Chan, Golub and LeVeque (1979), which lose no digits
 * to a large mean such as a digitizer's offset.
 */
public final class Correlation {
  private long count;
  private double meanX;
  private double meanY;
  private double sumXx;
  private double sumXy;
  private double sumYy;

  public void add(double x, double y) {
    double dx = Require.finite(x, "x") - meanX;
    double dy = Require.finite(y, "y") - meanY;
    count++;
    meanX += dx / count;
    meanY += dy / count;
    sumXx += dx * (x - meanX);
    sumXy += dx * (y - meanY);
    sumYy += dy * (y - meanY);
  }

  /** Adds all pairs that another has seen. */
  public void add(Correlation other) {
    if (other.count == 0) {
      return;
    }
    long total = count + other.count;
    double weight = (double) count * other.count / total;
    double dx = other.meanX - meanX;
    double dy = other.meanY - meanY;
    sumXx += other.sumXx + dx * dx * weight;
    sumXy += other.sumXy + dx * dy * weight;
    sumYy += other.sumYy + dy * dy * weight;
    meanX += dx * other.count / total;
    meanY += dy * other.count / total;
    count = total;
  }

  public long count() {
    return count;
  }

  public double meanX() {
    return meanX;
  }

  public double meanY() {
    return meanY;
  }

  /** Over all pairs, not one less; 0 without pairs. */
  public double varianceX() {
    return count == 0 ? 0 : sumXx / count;
  }

  public double varianceY() {
    return count == 0 ? 0 : sumYy / count;
  }

  public double covariance() {
    return count == 0 ? 0 : sumXy / count;
  }
}
