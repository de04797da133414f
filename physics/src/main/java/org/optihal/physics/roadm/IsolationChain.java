package org.optihal.physics.roadm;

import org.optihal.physics.Require;
import org.optihal.physics.light.Decibels;
import org.optihal.physics.light.Photons;

/**
 * Loss and isolation of filters in a row, as a channel outside their bands sees them. Decibels add:
 * light that goes around a filter, through its housing or by scattering, is not in here.
 */
public record IsolationChain(double lossDb, double isolationDb) {
  /** Nothing in the way. */
  public static final IsolationChain NONE = new IsolationChain(0, 0);

  public IsolationChain {
    Require.notNegative(lossDb, "lossDb");
    Require.notNegative(isolationDb, "isolationDb");
  }

  /** This chain with one more filter behind it. */
  public IsolationChain then(double filterLossDb, double filterIsolationDb) {
    return new IsolationChain(
        lossDb + Require.notNegative(filterLossDb, "filterLossDb"),
        isolationDb + Require.notNegative(filterIsolationDb, "filterIsolationDb"));
  }

  /** Power in W that leaks through, of a channel of {@code power} W. */
  public double leakage(double power) {
    return Require.notNegative(power, "power") * Decibels.transmittance(lossDb + isolationDb);
  }

  /** Photons per nanosecond that leak through, of a channel of {@code channelDbm}. */
  public double photonsPerNanosecond(double channelDbm, double frequency) {
    return Photons.perNanosecond(leakage(Decibels.toWatts(channelDbm)), frequency);
  }
}
