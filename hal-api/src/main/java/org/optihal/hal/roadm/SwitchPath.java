package org.optihal.hal.roadm;

import org.optihal.hal.error.HalException;
import org.optihal.hal.point.Address;

/**
 * Which light goes from where to where.
 *
 * @param in unit of the port where light enters
 * @param out unit of the port where it leaves
 */
public record SwitchPath(String in, String out, Spectrum spectrum) {
  public SwitchPath {
    if (!Address.isId(in) || !Address.isId(out) || in.equals(out)) {
      throw HalException.configuration("a path leads from one port to another one");
    }
  }

  /** Whether both claim the same light at some port. */
  public boolean collidesWith(SwitchPath other) {
    boolean sharesPort =
        in.equals(other.in)
            || out.equals(other.out)
            || in.equals(other.out)
            || out.equals(other.in);
    return sharesPort && spectrum.overlaps(other.spectrum);
  }

  @Override
  public String toString() {
    return in + " -> " + out + " " + spectrum;
  }
}
