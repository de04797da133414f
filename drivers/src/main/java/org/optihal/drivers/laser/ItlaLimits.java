package org.optihal.drivers.laser;

import org.optihal.protocols.itla.ItlaRegister;

/**
 * What a module says it can do, read once after it is known who it is.
 *
 * @param lowMegahertz lowest frequency
 * @param highMegahertz highest frequency
 * @param lowPower lowest power set point in hundredths of dBm
 * @param highPower highest power set point in hundredths of dBm
 * @param fineRange fine tuning to either side in MHz, 0 without
 * @param megahertzRegisters whether it has the registers of 01.3, and with them 1 MHz steps
 * @param lowNoiseMode whether it has the low-noise mode register of Pure Photonics
 */
record ItlaLimits(
    long lowMegahertz,
    long highMegahertz,
    int lowPower,
    int highPower,
    int fineRange,
    boolean megahertzRegisters,
    boolean lowNoiseMode) {

  /**
   * Asks the module. Registers of 01.3 are recognized by being there; a module without them latches
   * an execution error.
   *
   * @param newer whether to ask for registers of 01.3
   * @param purePhotonics whether to ask for that vendor's registers too
   */
  static ItlaLimits read(ItlaTransaction t, boolean newer, boolean purePhotonics) {
    Integer lowRest = newer ? t.readIfThere(ItlaRegister.LFL3) : null;
    Integer highRest = newer ? t.readIfThere(ItlaRegister.LFH3) : null;
    Integer fine = t.readIfThere(ItlaRegister.FTFR);
    return new ItlaLimits(
        new ItlaScale.Parts(
                t.value(ItlaRegister.LFL1),
                t.value(ItlaRegister.LFL2),
                lowRest == null ? 0 : lowRest)
            .total(),
        new ItlaScale.Parts(
                t.value(ItlaRegister.LFH1),
                t.value(ItlaRegister.LFH2),
                highRest == null ? 0 : highRest)
            .total(),
        t.value(ItlaRegister.OPSL),
        t.value(ItlaRegister.OPSH),
        fine == null ? 0 : fine,
        lowRest != null,
        purePhotonics && t.readIfThere(ItlaRegister.LOW_NOISE) != null);
  }
}
