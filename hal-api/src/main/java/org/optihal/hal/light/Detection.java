package org.optihal.hal.light;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a single-photon detector does with the light it gets, as expectations.
 *
 * @param signal photons per second of each line by its source, before efficiency; which of them is
 *     the signal, only its owner knows: the others leak
 * @param arriving photons per second of noise and crosstalk by cause, before efficiency and gates
 * @param efficiency detection efficiency in the present state
 * @param darkRate counts per second without light
 * @param countRate counts per second that it puts out
 * @param liveShare share of the time in which it can count, from 0 to 1
 * @param afterPulsing probability that a count leaves another one behind
 * @param gateRate gates per second, or 0 when it is free running
 * @param gateSeconds width of a gate, or 0
 * @param photocurrent in amperes
 * @param blinded whether light keeps it from seeing single photons
 * @param damaged whether light has damaged it for good
 */
public record Detection(
    Map<String, Double> signal,
    Map<Cause, Double> arriving,
    double efficiency,
    double darkRate,
    double countRate,
    double liveShare,
    double afterPulsing,
    double gateRate,
    double gateSeconds,
    double photocurrent,
    boolean blinded,
    boolean damaged) {
  public Detection {
    signal = Collections.unmodifiableMap(new LinkedHashMap<>(signal));
    Map<Cause, Double> byCause = new EnumMap<>(Cause.class);
    byCause.putAll(arriving);
    arriving = Collections.unmodifiableMap(byCause);
  }
}
