package org.optihal.emulators.laser;

import org.optihal.protocols.itla.ItlaRegister;

/** What the frequency registers ask for together, in MHz. */
final class ItlaFrequencies {
  private static final int CHANNEL_HIGH_SHIFT = 16;

  private final ItlaProfile profile;
  private final ItlaSettings settings;

  ItlaFrequencies(ItlaProfile profile, ItlaSettings settings) {
    this.profile = profile;
    this.settings = settings;
  }

  /** Whether a setting in range of its register is one of the module too. */
  boolean accepts(ItlaRegister register, int value) {
    ItlaProfile.Range range = profile.range();
    return switch (register) {
      case PWR ->
          value >= ItlaScale.hundredths(range.minPower())
              && value <= ItlaScale.hundredths(range.maxPower());
      case FTF -> Math.abs(value) <= range.fineTune();
      case CHANNEL -> acceptsChannel(channel(settings.get(ItlaRegister.CHANNEL_H), value));
      case GRID ->
          // In 01.3 the finer part may follow, so only the whole can be judged, by the channel.
          profile.fine() || Math.abs(ItlaScale.megahertz(value, 0)) >= range.gridStep();
      case FCF1 ->
          profile.purePhotonics()
              || (value >= ItlaScale.terahertz(range.lowest())
                  && value <= ItlaScale.terahertz(range.highest()));
      case FCF2 -> acceptsFirst(value, settings.get(ItlaRegister.FCF3));
      case FCF3 -> acceptsFirst(settings.get(ItlaRegister.FCF2), value);
      default -> true;
    };
  }

  private boolean acceptsFirst(int tenthsOfGigahertz, int rest) {
    return profile.purePhotonics()
        || isReachable(
            ItlaScale.megahertz(settings.get(ItlaRegister.FCF1), tenthsOfGigahertz, rest));
  }

  /** Channel 1 of a Pure Photonics module is wherever the first channel frequency is. */
  private boolean acceptsChannel(long channel) {
    if (channel < 1) {
      return false;
    }
    return (channel == 1 && profile.purePhotonics()) || isReachable(frequency(channel));
  }

  private boolean isReachable(long megahertz) {
    return megahertz >= profile.range().lowest() && megahertz <= profile.range().highest();
  }

  private static long channel(int high, int low) {
    return ((long) high << CHANNEL_HIGH_SHIFT) | low;
  }

  long channel() {
    return channel(settings.get(ItlaRegister.CHANNEL_H), settings.get(ItlaRegister.CHANNEL));
  }

  /** f = FCF + (channel - 1) x grid. */
  private long frequency(long channel) {
    long first =
        ItlaScale.megahertz(
            settings.get(ItlaRegister.FCF1),
            settings.get(ItlaRegister.FCF2),
            settings.get(ItlaRegister.FCF3));
    long grid =
        ItlaScale.megahertz(settings.get(ItlaRegister.GRID), settings.get(ItlaRegister.GRID2));
    return first + (channel - 1) * grid;
  }

  /** What the registers ask for, in reach or not. */
  long wanted() {
    return frequency(channel()) + settings.get(ItlaRegister.FTF);
  }

  /** What the laser makes of it. */
  long reachable() {
    long margin = profile.range().fineTune();
    return Math.max(
        profile.range().lowest() - margin, Math.min(profile.range().highest() + margin, wanted()));
  }

  /** Deviation at which the frequency alarms, in MHz. */
  long threshold(boolean fatal) {
    return fatal
        ? ItlaScale.megahertz(
            settings.get(ItlaRegister.F_FREQ_TH), settings.get(ItlaRegister.F_FREQ_TH2))
        : ItlaScale.megahertz(
            settings.get(ItlaRegister.W_FREQ_TH), settings.get(ItlaRegister.W_FREQ_TH2));
  }
}
