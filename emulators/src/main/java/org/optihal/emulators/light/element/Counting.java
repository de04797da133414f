package org.optihal.emulators.light.element;

import org.optihal.physics.photon.AfterPulses;
import org.optihal.physics.photon.AvalancheDetector;
import org.optihal.physics.photon.Gate;
import org.optihal.physics.photon.SinglePhotonDetection;

/**
 * What a detector counts of steady light.
 *
 * @param rate counts per second
 * @param liveShare of the time, or of gates, in which it can count
 * @param afterPulsing probability that a count leaves another one
 */
record Counting(double rate, double liveShare, double afterPulsing) {
  static Counting of(AvalancheDetector detector, Arrivals arrivals) {
    Gate gate = detector.gate();
    return gate == null ? freeRunning(detector, arrivals) : gated(detector, gate, arrivals);
  }

  private static Counting freeRunning(AvalancheDetector d, Arrivals arrivals) {
    double rate = d.efficiency() * arrivals.perSecond() + d.darkRate();
    double events = AfterPulses.eventRate(rate, d.traps(), d.deadTime(), d.recoveryTime());
    double counts = SinglePhotonDetection.recovering(events, d.deadTime(), d.recoveryTime());
    return new Counting(
        counts,
        events == 0 ? 1 : counts / events,
        AfterPulses.probability(d.traps(), events, d.deadTime(), d.recoveryTime()));
  }

  private static Counting gated(AvalancheDetector d, Gate gate, Arrivals arrivals) {
    double expected = d.darkRate() * gate.width() + arrivals.inGate(gate, d.efficiency());
    double click = -StrictMath.expm1(-expected);
    double all = AfterPulses.gatedClick(click, d.traps(), gate, d.deadTime());
    double deadGates = AfterPulses.deadGates(gate, d.deadTime());
    double trapped = AfterPulses.gatedProbability(d.traps(), gate, d.deadTime(), all);
    return new Counting(
        SinglePhotonDetection.gated(all, deadGates) * gate.rate(),
        1 / (1 + deadGates * all),
        (1 - click) * trapped);
  }
}
