package org.optihal.physics.random;

import java.util.SplittableRandom;
import org.optihal.physics.Require;

/**
 * One stream of random numbers: the generator xoshiro256++ (Blackman and Vigna, ACM TOMS 47, 36,
 * 2021) with exact samplers. Equal seeds give equal bits on every machine. Not for several threads.
 */
public final class RandomStream {
  private static final double ULP = 0x1p-53;

  private long s0;
  private long s1;
  private long s2;
  private long s3;

  /** A stream of its own, seeded with four numbers of {@code seed}. */
  public RandomStream(SplittableRandom seed) {
    this(seed.nextLong(), seed.nextLong(), seed.nextLong(), seed.nextLong() | 1);
  }

  public RandomStream(long seed) {
    this(new SplittableRandom(seed));
  }

  /** With this state, which must not be all zeros: it would stay so. */
  RandomStream(long s0, long s1, long s2, long s3) {
    this.s0 = s0;
    this.s1 = s1;
    this.s2 = s2;
    this.s3 = s3;
  }

  /** 64 random bits. */
  public long bits() {
    long result = Long.rotateLeft(s0 + s3, 23) + s0;
    long shifted = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = Long.rotateLeft(s3, 45);
    return result;
  }

  /** Uniform over the multiples of 2^-53 from 0 to below 1. */
  public double uniform() {
    return (bits() >>> 11) * ULP;
  }

  /** Uniform between 0 and 1, never either of them. */
  public double openUniform() {
    return ((bits() >>> 12) + 0.5) * 0x1p-52;
  }

  /** Uniform from 0 to below {@code bound}, without bias (Lemire, ACM TOMACS 29, 3, 2019). */
  public int below(int bound) {
    Require.positive(bound, "bound");
    long product = (bits() >>> 32) * bound;
    long low = product & 0xFFFF_FFFFL;
    if (low < bound) {
      long threshold = ((1L << 32) - bound) % bound;
      while (low < threshold) {
        product = (bits() >>> 32) * bound;
        low = product & 0xFFFF_FFFFL;
      }
    }
    return (int) (product >>> 32);
  }

  public boolean happens(double probability) {
    return uniform() < Require.fraction(probability, "probability");
  }

  /** Exponential with mean 1; never 0. */
  public double exponential() {
    return ExponentialZiggurat.sample(this);
  }

  /** Normal with mean 0 and standard deviation 1. */
  public double gaussian() {
    return GaussianZiggurat.sample(this);
  }

  /**
   * Poisson.
   *
   * @param mean from 0 to 1e15
   */
  public long poisson(double mean) {
    return Poisson.sample(this, mean);
  }

  /**
   * Successes of {@code trials} independent trials.
   *
   * @param trials from 0 to 1e15
   */
  public long binomial(long trials, double probability) {
    return Binomial.sample(this, trials, probability);
  }
}
