package org.optihal.physics.timing;

/**
 * How a second clock's tags of common events lie after those of a first: {@code b = a + offset +
 * drift (a - reference)}.
 *
 * @param referencePs time of the first clock at which the offset holds
 * @param offsetPs second clock less first clock, including any difference of the light's travel
 * @param driftPpb parts in 1e9 that the second clock runs faster than the first
 * @param significance deviations by which the coincidences exceed chance (Cowan et al., Eur. Phys.
 *     J. C 71, 1554, 2011, eq. 97)
 * @param coincidences tags of the first clock's stream near one of the second's, chance included
 * @param accidentals how many of them chance gives
 * @param fromPs first tag of the first clock over which the fit holds
 * @param toPs last tag of the first clock over which the fit holds
 */
public record Delay(
    long referencePs,
    double offsetPs,
    double driftPpb,
    double significance,
    long coincidences,
    double accidentals,
    long fromPs,
    long toPs) {
  /** The second clock's time of an event, from the first clock's. */
  public long toSecond(long firstPs) {
    return firstPs + Math.round(offsetAt(firstPs));
  }

  /** Second clock less first clock at a time of the first one. */
  public double offsetAt(long firstPs) {
    return offsetPs + driftPpb * 1e-9 * (firstPs - referencePs);
  }
}
