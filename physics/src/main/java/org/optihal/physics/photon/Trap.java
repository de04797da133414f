package org.optihal.physics.photon;

import java.util.ArrayList;
import java.util.List;
import org.optihal.physics.Require;

/**
 * Defects of one kind that hold a carrier for an exponentially distributed time.
 *
 * @param amplitude Q, the probability that an avalanche leaves a carrier whose release would
 *     trigger an armed detector
 * @param lifetime mean time until the release, s
 */
public record Trap(double amplitude, double lifetime) {
  public Trap {
    Require.fraction(amplitude, "amplitude");
    Require.positive(lifetime, "lifetime");
  }

  /**
   * A band of trap levels, uniform in energy and so in the logarithm of the lifetime (Horoshko et
   * al., arXiv 1409.6752), as {@code levels} traps of equal amplitude.
   *
   * @param amplitude of all of them together
   */
  public static List<Trap> band(double amplitude, double shortest, double longest, int levels) {
    Require.positive(shortest, "shortest");
    Require.within(longest, shortest, Double.MAX_VALUE, "longest");
    Require.within(levels, 1, 1000, "levels");
    double step = StrictMath.log(longest / shortest) / levels;
    List<Trap> traps = new ArrayList<>(levels);
    for (int i = 0; i < levels; i++) {
      traps.add(new Trap(amplitude / levels, shortest * StrictMath.exp((i + 0.5) * step)));
    }
    return List.copyOf(traps);
  }
}
