package org.optihal.drivers.laser;

import org.optihal.hal.point.Disturbance;
import org.optihal.protocols.itla.ItlaRegister;

/**
 * How one frequency is reached with what a module has: first channel frequency, channel and grid,
 * fine tuning.
 *
 * @param way which registers carry it
 * @param channel for {@link Way#CHANNEL}
 * @param coarseMegahertz what channel and grid, or the first channel frequency, carry
 * @param fineMegahertz the rest, by fine tuning
 */
record ItlaTuning(Way way, int channel, long coarseMegahertz, int fineMegahertz) {
  private static final int LAST_CHANNEL_BEFORE_01_3 = 0xFFFF;

  /** From harmless to dark. */
  enum Way {
    /** Fine tuning alone; the light stays. */
    FINE(Disturbance.SMOOTH),
    /** Another channel; the module goes dark while it tunes. */
    CHANNEL(Disturbance.DARK_DURING),
    /** A new first channel frequency, possible only with the output disabled. */
    FIRST_CHANNEL(Disturbance.DARK_DURING);

    private final Disturbance disturbance;

    Way(Disturbance disturbance) {
      this.disturbance = disturbance;
    }
  }

  /**
   * Where a module stands.
   *
   * @param enabled whether its output is enabled
   * @param firstMegahertz first channel frequency
   * @param gridMegahertz channel spacing
   * @param channel present channel, 1 is the first
   */
  record Position(boolean enabled, long firstMegahertz, long gridMegahertz, long channel) {
    static Position read(ItlaTransaction t, ItlaLimits limits, boolean enabled) {
      boolean fine = limits.megahertzRegisters();
      long first =
          new ItlaScale.Parts(
                  t.value(ItlaRegister.FCF1),
                  t.value(ItlaRegister.FCF2),
                  fine ? t.value(ItlaRegister.FCF3) : 0)
              .total();
      long grid = t.value(ItlaRegister.GRID) * 100L + (fine ? t.value(ItlaRegister.GRID2) : 0);
      long channel =
          t.read(ItlaRegister.CHANNEL) + (fine ? (long) t.read(ItlaRegister.CHANNEL_H) << 16 : 0);
      return new Position(enabled, first, grid, channel);
    }

    Position enabled(boolean is) {
      return new Position(is, firstMegahertz, gridMegahertz, channel);
    }

    /** Where it stands once tuned. */
    Position after(ItlaTuning tuning) {
      return switch (tuning.way) {
        case FINE -> this;
        case CHANNEL -> new Position(enabled, firstMegahertz, gridMegahertz, tuning.channel);
        case FIRST_CHANNEL -> new Position(enabled, tuning.coarseMegahertz, gridMegahertz, 1);
      };
    }

    long channelMegahertz() {
      return firstMegahertz + (channel - 1) * gridMegahertz;
    }
  }

  /** The gentlest way to {@code target}, which is in range. */
  static ItlaTuning plan(long target, ItlaLimits limits, Position from) {
    long coarse = limits.megahertzRegisters() ? target : ItlaScale.coarse(target);
    int rest = (int) (target - coarse);
    int fine = Math.abs(rest) <= limits.fineRange() ? rest : 0;
    if (!from.enabled) {
      return new ItlaTuning(Way.FIRST_CHANNEL, 1, coarse, fine);
    }
    long shift = target - from.channelMegahertz();
    if (Math.abs(shift) <= limits.fineRange()) {
      return new ItlaTuning(Way.FINE, (int) from.channel, from.channelMegahertz(), (int) shift);
    }
    long steps = coarse - from.firstMegahertz;
    if (from.gridMegahertz != 0 && steps % from.gridMegahertz == 0) {
      long channel = steps / from.gridMegahertz + 1;
      if (channel >= 1 && channel <= LAST_CHANNEL_BEFORE_01_3) {
        return new ItlaTuning(Way.CHANNEL, (int) channel, coarse, fine);
      }
    }
    return new ItlaTuning(Way.FIRST_CHANNEL, 1, coarse, fine);
  }

  /** What is programmed in the end. */
  long programmedMegahertz() {
    return coarseMegahertz + fineMegahertz;
  }

  /** What it does to the light of an enabled module. */
  Disturbance disturbance() {
    return way.disturbance;
  }

  /** Writes it; with the output disabled for {@link Way#FIRST_CHANNEL}. */
  void write(ItlaTransaction t, ItlaLimits limits) {
    boolean registers = limits.megahertzRegisters();
    switch (way) {
      case FINE -> t.set(ItlaRegister.FTF, fineMegahertz);
      case CHANNEL -> {
        writeFine(t, limits);
        if (registers) {
          t.write(ItlaRegister.CHANNEL_H, 0); // the high word first: the low word starts the tuning
        }
        t.set(ItlaRegister.CHANNEL, channel);
      }
      case FIRST_CHANNEL -> {
        ItlaScale.Parts parts = ItlaScale.Parts.of(coarseMegahertz);
        writeFine(t, limits);
        t.set(ItlaRegister.FCF1, parts.terahertz());
        t.set(ItlaRegister.FCF2, parts.tenthsOfGigahertz());
        if (registers) {
          t.set(ItlaRegister.FCF3, parts.megahertz());
          t.write(ItlaRegister.CHANNEL_H, 0);
        }
        t.set(ItlaRegister.CHANNEL, 1);
      }
    }
  }

  /**
   * Sets the fine tuning, unless it is so already: one left over from before would shift the new
   * frequency. While light is made this is an operation of its own, and nothing else is accepted
   * before it ends.
   */
  void writeFine(ItlaTransaction t, ItlaLimits limits) {
    if (limits.fineRange() > 0 && t.value(ItlaRegister.FTF) != fineMegahertz) {
      t.set(ItlaRegister.FTF, fineMegahertz);
    }
  }
}
