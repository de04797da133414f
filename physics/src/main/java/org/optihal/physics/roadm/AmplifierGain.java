package org.optihal.physics.roadm;

import org.optihal.physics.Require;
import org.optihal.physics.light.Decibels;

/**
 * Gain of an amplifier under control, with limits on gain and output power, and its first-order
 * response after channels were added or dropped. All channels see one gain (no tilt).
 *
 * @param mode what the control holds
 * @param setPointDb gain in dB or output power in dBm, as the mode says
 * @param maximumGainDb small-signal gain, which no control can exceed
 * @param saturationPowerDbm largest total output power
 * @param timeConstant in s, of the control loop or of the pumped fiber (assumed: some 0.1 ms to 1
 *     ms)
 */
public record AmplifierGain(
    Mode mode,
    double setPointDb,
    double maximumGainDb,
    double saturationPowerDbm,
    double timeConstant) {

  /** What the control of an amplifier holds. */
  public enum Mode {
    CONSTANT_GAIN,
    CONSTANT_POWER
  }

  public AmplifierGain {
    Require.finite(setPointDb, "setPointDb");
    Require.notNegative(maximumGainDb, "maximumGainDb");
    Require.finite(saturationPowerDbm, "saturationPowerDbm");
    Require.notNegative(timeConstant, "timeConstant");
    if (mode == Mode.CONSTANT_GAIN) {
      Require.within(setPointDb, 0, maximumGainDb, "setPointDb");
    } else if (setPointDb > saturationPowerDbm) {
      throw new IllegalArgumentException(
          "setPointDb must not exceed saturationPowerDbm "
              + saturationPowerDbm
              + ", not "
              + setPointDb);
    }
  }

  /**
   * Gain in dB for a constant total input power in W, after everything has settled; negative where
   * the output must stay below the input.
   */
  public double settledDb(double inputPower) {
    Require.notNegative(inputPower, "inputPower");
    if (inputPower == 0) {
      return mode == Mode.CONSTANT_GAIN ? setPointDb : maximumGainDb;
    }
    double inputDbm = Decibels.ofWatts(inputPower);
    double wanted = mode == Mode.CONSTANT_GAIN ? setPointDb : setPointDb - inputDbm;
    return Math.min(Math.min(wanted, maximumGainDb), saturationPowerDbm - inputDbm);
  }

  /**
   * Gain in dB, {@code elapsed} after the input stepped to {@code inputPower} while the gain was
   * {@code previousDb}: an exponential in dB towards {@link #settledDb}. What survives a dropped
   * channel overshoots in constant-power mode, and out of saturation in constant-gain mode.
   */
  public double transientDb(double previousDb, double inputPower, double elapsed) {
    double settled = settledDb(inputPower);
    Require.finite(previousDb, "previousDb");
    Require.notNegative(elapsed, "elapsed");
    if (timeConstant == 0) {
      return settled;
    }
    return settled + (previousDb - settled) * StrictMath.exp(-elapsed / timeConstant);
  }

  /** Total output power in W: the settled gain times the input power. */
  public double outputPower(double inputPower) {
    return Decibels.toRatio(settledDb(inputPower)) * inputPower;
  }
}
