package org.optihal.physics.timing;

/**
 * Radix-2 Fourier transform in place. The forward one leaves its result in bit-reversed order and
 * the inverse one takes it so, which suits a correlation and spares the reordering; both go depth
 * first, so that most of the work stays in the cache.
 */
final class FourierTransform {
  private final int size;
  private final double[] cosine;
  private final double[] sine;

  /** Of a size that is a power of two. */
  FourierTransform(int size) {
    this.size = size;
    cosine = new double[size];
    sine = new double[size];
    // The factors of a transform of length n are at n/2 to n-1: each length reads its own in order.
    int half = size / 2;
    for (int i = 0; i < half; i++) {
      double angle = -2 * StrictMath.PI * i / size;
      cosine[half + i] = StrictMath.cos(angle);
      sine[half + i] = StrictMath.sin(angle);
    }
    for (int i = half - 1; i >= 1; i--) {
      cosine[i] = cosine[2 * i];
      sine[i] = sine[2 * i];
    }
  }

  int size() {
    return size;
  }

  void forward(double[] real, double[] imaginary) {
    forward(real, imaginary, 0, size);
  }

  /** Without the factor of one over the size. */
  void inverse(double[] real, double[] imaginary) {
    inverse(real, imaginary, 0, size);
  }

  private void forward(double[] re, double[] im, int from, int length) {
    if (length == 1) {
      return;
    }
    int half = length / 2;
    for (int i = from, w = half; w < length; i++, w++) {
      int j = i + half;
      double differenceRe = re[i] - re[j];
      double differenceIm = im[i] - im[j];
      re[i] += re[j];
      im[i] += im[j];
      re[j] = differenceRe * cosine[w] - differenceIm * sine[w];
      im[j] = differenceRe * sine[w] + differenceIm * cosine[w];
    }
    forward(re, im, from, half);
    forward(re, im, from + half, half);
  }

  private void inverse(double[] re, double[] im, int from, int length) {
    if (length == 1) {
      return;
    }
    int half = length / 2;
    inverse(re, im, from, half);
    inverse(re, im, from + half, half);
    for (int i = from, w = half; w < length; i++, w++) {
      int j = i + half;
      double turnedRe = re[j] * cosine[w] + im[j] * sine[w];
      double turnedIm = im[j] * cosine[w] - re[j] * sine[w];
      re[j] = re[i] - turnedRe;
      im[j] = im[i] - turnedIm;
      re[i] += turnedRe;
      im[i] += turnedIm;
    }
  }
}
