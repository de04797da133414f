package org.optihal.drivers.link;

import java.util.SplittableRandom;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.link.ByteLink;

/**
 * Loses and spoils bytes at given rates, to try a driver against a real device on a bad line;
 * reproducible by its seed.
 */
public final class FaultyLink extends DecoratedLink {
  private final SplittableRandom random;
  private final double dropRate;
  private final double flipRate;
  private final double disconnectRate;

  /**
   * @param dropRate share of bytes lost, in both directions
   * @param flipRate share of bytes with one bit inverted
   * @param disconnectRate share of writes at which the link breaks
   */
  public FaultyLink(
      ByteLink link, long seed, double dropRate, double flipRate, double disconnectRate) {
    super(link);
    this.random = new SplittableRandom(seed);
    this.dropRate = dropRate;
    this.flipRate = flipRate;
    this.disconnectRate = disconnectRate;
  }

  @Override
  public void write(byte[] bytes, int offset, int length, long deadline) {
    byte[] out = java.util.Arrays.copyOfRange(bytes, offset, offset + length);
    int n;
    synchronized (random) {
      if (random.nextDouble() < disconnectRate) {
        super.close();
        throw new HalException(Kind.DISCONNECTED, Outcome.UNKNOWN, "the line was cut on purpose")
            .on(name());
      }
      n = spoil(out, 0, length);
    }
    super.write(out, 0, n, deadline);
  }

  @Override
  public int read(byte[] into, int offset, int length, long deadline) {
    while (true) {
      int n = super.read(into, offset, length, deadline);
      if (n == 0) {
        return 0;
      }
      synchronized (random) {
        n = spoil(into, offset, n);
      }
      if (n > 0) {
        return n;
      }
    }
  }

  private int spoil(byte[] bytes, int offset, int length) {
    int kept = 0;
    for (int i = 0; i < length; i++) {
      double u = random.nextDouble();
      if (u < dropRate) {
        continue;
      }
      byte b = bytes[offset + i];
      bytes[offset + kept++] = u < dropRate + flipRate ? (byte) (b ^ 1 << random.nextInt(8)) : b;
    }
    return kept;
  }
}
