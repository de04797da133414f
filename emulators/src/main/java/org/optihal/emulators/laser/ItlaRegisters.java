package org.optihal.emulators.laser;

import java.util.EnumMap;
import java.util.Map;
import org.optihal.emulators.laser.ItlaModule.Done;
import org.optihal.emulators.laser.ItlaModule.Refusal;
import org.optihal.protocols.itla.GenCfg;
import org.optihal.protocols.itla.ItlaError;
import org.optihal.protocols.itla.ItlaRegister;
import org.optihal.protocols.itla.Mcb;
import org.optihal.protocols.itla.ResEna;
import org.optihal.protocols.itla.TriggerMask;

/** What the registers of an ITLA module show and do, those of its serial interface aside. */
final class ItlaRegisters {
  private static final int DITHER_BITS = 0x12;
  private static final long SNAPSHOT_NANOS = 1_000_000_000L;

  private final ItlaModule module;
  private final Map<ItlaRegister, Integer> stuck = new EnumMap<>(ItlaRegister.class);
  private long snapshot;
  private long snapshotAt;

  ItlaRegisters(ItlaModule module) {
    this.module = module;
    this.snapshotAt = module.now() - SNAPSHOT_NANOS;
  }

  /** The register shows what it shows now from here on. */
  void stick(ItlaRegister register) throws Refusal {
    stuck.put(register, read(register));
  }

  /** The data word of a register that is no text and no array. */
  int read(ItlaRegister register) throws Refusal {
    Integer frozen = stuck.get(register);
    return frozen != null ? frozen : register.word(value(register)) & 0xFFFF;
  }

  private int value(ItlaRegister register) throws Refusal {
    if (ItlaSettings.holds(register)) {
      return module.settings().get(register);
    }
    ItlaProfile.Range range = module.profile().range();
    ItlaOptics optics = module.optics();
    long now = module.now();
    return switch (register) {
      case STATUS_F, STATUS_W -> module.alarms().word(register);
      case RES_ENA -> module.isEnabled() ? ResEna.OUTPUT_ENABLE : 0;
      case GEN_CFG, DL_CONFIG, DL_STATUS -> 0;
      case LF1 -> ItlaScale.terahertz(takeSnapshot());
      case LF2 -> ItlaScale.tenthsOfGigahertz(snapshot());
      case LF3 -> ItlaScale.rest(snapshot());
      case OOP -> ItlaScale.hundredths(optics.sensedDbm(now));
      case C_TEMP -> ItlaScale.hundredths(optics.sensedDiodeCelsius(now));
      case AGE -> (int) StrictMath.rint(optics.age(now));
      case FTFR -> (int) range.fineTune();
      case OPSL -> ItlaScale.hundredths(range.minPower());
      case OPSH -> ItlaScale.hundredths(range.maxPower());
      case LFL1 -> ItlaScale.terahertz(range.lowest());
      case LFL2 -> ItlaScale.tenthsOfGigahertz(range.lowest());
      case LFL3 -> ItlaScale.rest(range.lowest());
      case LFH1 -> ItlaScale.terahertz(range.highest());
      case LFH2 -> ItlaScale.tenthsOfGigahertz(range.highest());
      case LFH3 -> ItlaScale.rest(range.highest());
      case L_GRID -> ItlaScale.tenthsOfGigahertz(range.gridStep());
      case L_GRID2 -> ItlaScale.rest(range.gridStep());
      case EAR -> throw new Refusal(ItlaError.ERE); // there is nothing to be addressed
      default -> throw new Refusal(ItlaError.RNI);
    };
  }

  /** LF1 is read first; the other parts belong to the same look at the laser. */
  private long takeSnapshot() {
    double megahertz = module.optics().sensedMegahertz(module.now());
    snapshot =
        module.profile().fine() ? (long) StrictMath.rint(megahertz) : ItlaScale.coarse(megahertz);
    snapshotAt = module.now();
    return snapshot;
  }

  private long snapshot() {
    return module.now() - snapshotAt < SNAPSHOT_NANOS ? snapshot : takeSnapshot();
  }

  /** The words behind {@link ItlaRegister.Format#SIGNED_ARRAY}. */
  int[] array(ItlaRegister register) {
    ItlaOptics optics = module.optics();
    long now = module.now();
    int first;
    int second;
    if (register == ItlaRegister.CURRENTS) {
      first = ItlaScale.tenths(optics.coolerMilliamperes(now));
      second = ItlaScale.tenths(optics.diodeMilliamperes(now));
    } else {
      first = ItlaScale.hundredths(optics.sensedDiodeCelsius(now));
      second = ItlaScale.hundredths(optics.caseCelsius(now));
    }
    return new int[] {register.word(first), register.word(second)};
  }

  /** Carries a write out, or refuses it. */
  Done write(ItlaRegister register, int word) throws Refusal {
    switch (register) {
      case NOP -> {
        return Done.NOW; // what is written is gone at the next read
      }
      case STATUS_F, STATUS_W -> {
        module.alarms().clear(register, word);
        return Done.NOW;
      }
      case RES_ENA -> {
        return module.resetEnable(word);
      }
      case GEN_CFG -> {
        if (!module.isReady()) {
          throw new Refusal(ItlaError.CII);
        }
        if ((word & GenCfg.SAVE) != 0) {
          module.settings().save();
        }
        return Done.NOW;
      }
      case DL_CONFIG -> throw new Refusal(ItlaError.EXF); // no firmware to be changed
      case EAR -> throw new Refusal(ItlaError.ERE);
      case DITHER_E -> {
        if ((word & ~DITHER_BITS) != 0) {
          throw new Refusal(ItlaError.RVE);
        }
        return module.set(register, word);
      }
      default -> {
        return module.set(register, register.value(kept(register, word)));
      }
    }
  }

  /** Bits without a meaning are not stored. */
  private static int kept(ItlaRegister register, int word) {
    if (register == ItlaRegister.MCB) {
      return word & (Mcb.ALARM_DURING_TUNING | Mcb.SHUTDOWN_ON_FATAL);
    }
    for (TriggerMask mask : TriggerMask.values()) {
      if (mask.register() == register) {
        return word & mask.settable();
      }
    }
    return word;
  }
}
