package org.optihal.node.calc;

import java.util.List;
import org.optihal.physics.photon.SinglePhotonDetection;

/** Calculators of single-photon detectors. */
final class DetectorTable {
  static final List<Calculator> ALL = List.of(spad(), afterPulse());

  private DetectorTable() {}

  private static Calculator spad() {
    Parameter<Double> photonRate =
        Parameter.of(
                "--photon-rate", Form.NOT_NEGATIVE, "Free running: photons per second that arrive.")
            .orNothing();
    Parameter<Double> gateRate =
        Parameter.of("--gate-hz", Form.POSITIVE, "Gated: gates per second.").orNothing();
    Parameter<Double> efficiency =
        Parameter.of("--efficiency", Form.FRACTION, "Detection efficiency.").or("0.2");
    Parameter<Double> darkRate =
        Parameter.of("--dark-rate", Form.NOT_NEGATIVE, "Dark counts per second.")
            .or("1000")
            .with(photonRate);
    Parameter<Double> deadTime =
        Parameter.of("--dead-time-us", Form.NOT_NEGATIVE, "Hold-off after a count.")
            .or("10")
            .with(photonRate);
    Parameter<Double> recovery =
        Parameter.of(
                "--recovery-us",
                Form.NOT_NEGATIVE,
                "Time constant of the efficiency after the hold-off.")
            .or("0")
            .with(photonRate);
    Parameter<Double> meanPhotons =
        Parameter.of("--mean-photons", Form.NOT_NEGATIVE, "Photons per gate that arrive.")
            .with(gateRate);
    Parameter<Double> darkPerGate =
        Parameter.of("--dark-per-gate", Form.FRACTION, "Dark counts per gate.")
            .or("1e-6")
            .with(gateRate);
    Parameter<Double> deadGates =
        Parameter.of("--dead-gates", Form.NOT_NEGATIVE, "Gates that each count blanks.")
            .or("0")
            .with(gateRate);
    Result countRate = new Result("countRate", "1/s", "Counts per second.");
    Result eventRate =
        new Result("eventRate", "1/s", "Counts of a detector without hold-off; free running only.");
    Result click = new Result("clickProbability", "", "Of a gate that is not blanked; gated only.");
    return Calculator.named("spad", "Count rate of a single-photon detector, free or gated.")
        .source(
            "R/(1 + R tau), R = efficiency x photons + dark; gated p/(1 + N p), p = 1 - (1 - p_d)"
                + " exp(-efficiency x n); recovery: Krause and Walenta, arXiv 2507.10361")
        .example("--photon-rate 1e6 --efficiency 0.2 --dark-rate 1000 --dead-time-us 10")
        .takesOneOf(photonRate, gateRate)
        .takes(efficiency, darkRate, deadTime, recovery, meanPhotons, darkPerGate, deadGates)
        .gives(countRate, eventRate, click)
        .by(
            (in, out) -> {
              if (in.has(gateRate)) {
                double p =
                    SinglePhotonDetection.clickProbability(
                        in.get(darkPerGate), in.get(efficiency), in.get(meanPhotons));
                out.put(click, p);
                out.put(
                    countRate,
                    in.get(gateRate) * SinglePhotonDetection.gated(p, in.get(deadGates)));
              } else {
                double events = in.get(efficiency) * in.get(photonRate) + in.get(darkRate);
                out.put(eventRate, events);
                out.put(
                    countRate,
                    Inputs.blame(
                        recovery,
                        () ->
                            SinglePhotonDetection.recovering(
                                events, in.get(deadTime) * 1e-6, in.get(recovery) * 1e-6)));
              }
            });
  }

  private static Calculator afterPulse() {
    Parameter<Double> amplitude =
        Parameter.of(
            "--amplitude",
            Form.PROBABILITY_BELOW_ONE,
            "Q, the probability of an after-pulse without hold-off.");
    Parameter<Double> lifetime =
        Parameter.of("--lifetime-us", Form.POSITIVE, "Lifetime of the traps.").or("5");
    Parameter<Double> holdOff =
        Parameter.of("--hold-off-us", Form.NOT_NEGATIVE, "Hold-off after a count.").or("10");
    Result probability = new Result("probability", "", "Of an after-pulse behind the hold-off.");
    Result gain = new Result("gain", "", "Counts for each primary count, at low light.");
    return Calculator.named("after-pulse", "After-pulses behind a hold-off, one kind of trap.")
        .source("Q exp(-hold-off/lifetime); all orders 1/(1 - p)")
        .example("--amplitude 0.05 --lifetime-us 5 --hold-off-us 10")
        .takes(amplitude, lifetime, holdOff)
        .gives(probability, gain)
        .by(
            (in, out) -> {
              double p =
                  SinglePhotonDetection.afterPulse(
                      in.get(amplitude), in.get(lifetime) * 1e-6, in.get(holdOff) * 1e-6);
              out.put(probability, p);
              out.put(gain, SinglePhotonDetection.afterPulseGain(p));
            });
  }
}
