package org.optihal.physics.photon;

import org.optihal.physics.Require;

/**
 * Dark rate of an avalanche diode over temperature: thermal generation after Arrhenius, above a
 * floor of tunnelling that cooling does not lower.
 *
 * @param referenceRate at {@code referenceTemperature}, floor included, 1/s
 * @param referenceTemperature K
 * @param activationEnergyEv eV
 * @param tunnellingRate the floor, 1/s
 */
public record ThermalDarkRate(
    double referenceRate,
    double referenceTemperature,
    double activationEnergyEv,
    double tunnellingRate) {
  /** Assumed: 1 kcps at -50 degrees Celsius, 0.3 eV, 50 cps of tunnelling. */
  public static final ThermalDarkRate INDIUM_GALLIUM_ARSENIDE =
      new ThermalDarkRate(1000, 223.15, 0.3, 50);

  /** Assumed: 100 cps at -20 degrees Celsius; 0.5 eV doubles it every 8 to 10 K. */
  public static final ThermalDarkRate SILICON = new ThermalDarkRate(100, 253.15, 0.5, 1);

  /** Boltzmann's constant (exact, SI 2019), eV/K. */
  private static final double BOLTZMANN = 1.380649e-23 / 1.602176634e-19;

  public ThermalDarkRate {
    Require.positive(referenceRate, "referenceRate");
    Require.positive(referenceTemperature, "referenceTemperature");
    Require.notNegative(activationEnergyEv, "activationEnergyEv");
    Require.within(tunnellingRate, 0, referenceRate, "tunnellingRate");
  }

  public double at(double temperature) {
    Require.within(temperature, 50, 400, "temperature");
    double exponent = activationEnergyEv / BOLTZMANN * (1 / referenceTemperature - 1 / temperature);
    return tunnellingRate + (referenceRate - tunnellingRate) * StrictMath.exp(exponent);
  }
}
