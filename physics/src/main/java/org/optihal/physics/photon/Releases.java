package org.optihal.physics.photon;

import java.util.Arrays;

/** Times at which trapped carriers will be released: a binary heap. */
final class Releases {
  private double[] heap = new double[16];
  private int size;

  double next() {
    return size == 0 ? Double.POSITIVE_INFINITY : heap[0];
  }

  void skipTo(double time) {
    while (size > 0 && heap[0] <= time) {
      advance();
    }
  }

  void advance() {
    double moved = heap[--size];
    int hole = 0;
    int child;
    while ((child = 2 * hole + 1) < size) {
      if (child + 1 < size && heap[child + 1] < heap[child]) {
        child++;
      }
      if (moved <= heap[child]) {
        break;
      }
      heap[hole] = heap[child];
      hole = child;
    }
    heap[hole] = moved;
  }

  void add(double time) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, 2 * size);
    }
    int hole = size++;
    while (hole > 0 && heap[(hole - 1) / 2] > time) {
      heap[hole] = heap[(hole - 1) / 2];
      hole = (hole - 1) / 2;
    }
    heap[hole] = time;
  }

  void shift(double earlier) {
    for (int i = 0; i < size; i++) {
      heap[i] -= earlier;
    }
  }

  void clear() {
    size = 0;
  }
}
