package org.optihal.emulators.laser;

import static org.optihal.protocols.itla.StatusBit.FREQUENCY;
import static org.optihal.protocols.itla.StatusBit.POWER;
import static org.optihal.protocols.itla.StatusBit.THERMAL;
import static org.optihal.protocols.itla.StatusBit.VENDOR;

import org.optihal.protocols.itla.ItlaRegister;
import org.optihal.protocols.itla.Mcb;
import org.optihal.protocols.itla.StatusBit;

/**
 * Which alarm conditions stand: how far the laser is off, against the thresholds. Power and
 * frequency are judged while the laser should be locked; while it tunes they warn if MCB says so,
 * and are never fatal, else shutting down on fatal would end every tuning.
 */
final class ItlaConditions {
  private final ItlaSettings settings;
  private final ItlaOptics optics;
  private final ItlaFrequencies frequencies;
  private int fatal;
  private int warning;

  ItlaConditions(ItlaSettings settings, ItlaOptics optics, ItlaFrequencies frequencies) {
    this.settings = settings;
    this.optics = optics;
    this.frequencies = frequencies;
  }

  /**
   * Looks at the laser.
   *
   * @param enabled whether it should make light
   * @param pending whether it is still on its way there
   */
  void look(boolean enabled, boolean pending, long nanos) {
    boolean locked = enabled && !pending;
    boolean alarmsWhileTuning = (settings.get(ItlaRegister.MCB) & Mcb.ALARM_DURING_TUNING) != 0;
    boolean tuning = enabled && pending && alarmsWhileTuning;
    double power = locked ? StrictMath.abs(optics.powerDeviation(nanos)) : 0;
    double frequency = locked ? StrictMath.abs(optics.frequencyDeviation(nanos)) : 0;
    double thermal = StrictMath.abs(optics.diodeCelsius(nanos) - ItlaOptics.DIODE_CELSIUS);
    double age = optics.age(nanos);
    fatal =
        bit(POWER, exceeds(power, ItlaRegister.F_POW_TH))
            | bit(FREQUENCY, frequency > frequencies.threshold(true))
            | bit(THERMAL, exceeds(thermal, ItlaRegister.F_THERM_TH))
            | bit(VENDOR, age > settings.get(ItlaRegister.F_AGE_TH));
    warning =
        bit(POWER, tuning || exceeds(power, ItlaRegister.W_POW_TH))
            | bit(FREQUENCY, tuning || frequency > frequencies.threshold(false))
            | bit(THERMAL, caseWarns(nanos) || exceeds(thermal, ItlaRegister.W_THERM_TH))
            | bit(VENDOR, age > settings.get(ItlaRegister.W_AGE_TH));
  }

  private boolean caseWarns(long nanos) {
    double celsius = optics.caseCelsius(nanos);
    return celsius < hundredths(ItlaRegister.TBTFL) || celsius > hundredths(ItlaRegister.TBTFH);
  }

  private boolean exceeds(double value, ItlaRegister threshold) {
    return value > hundredths(threshold);
  }

  private double hundredths(ItlaRegister register) {
    return settings.get(register) / 100.0;
  }

  private static int bit(StatusBit bit, boolean on) {
    return on ? bit.mask() : 0;
  }

  /** The live bits of StatusF. */
  int fatal() {
    return fatal;
  }

  /** The live bits of StatusW. */
  int warning() {
    return warning;
  }
}
