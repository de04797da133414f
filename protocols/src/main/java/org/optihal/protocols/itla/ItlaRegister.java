package org.optihal.protocols.itla;

import static org.optihal.protocols.itla.ItlaRegister.Access.RO;
import static org.optihal.protocols.itla.ItlaRegister.Access.RW;
import static org.optihal.protocols.itla.ItlaRegister.Format.SIGNED;
import static org.optihal.protocols.itla.ItlaRegister.Format.SIGNED_ARRAY;
import static org.optihal.protocols.itla.ItlaRegister.Format.TEXT;
import static org.optihal.protocols.itla.ItlaRegister.Format.UNSIGNED;
import static org.optihal.protocols.itla.ItlaRegister.Origin.MSA_01_2;
import static org.optihal.protocols.itla.ItlaRegister.Origin.MSA_01_3;
import static org.optihal.protocols.itla.ItlaRegister.Origin.PURE_PHOTONICS;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The register map: number, access, width and sign, and who defines it; never the scale.
 *
 * <p>Constants carry the mnemonics of the standard. Frequencies come in parts: 1 and 2 in every
 * module, 3 (or {@code GRID2}) as the finer rest in modules that follow 01.3.
 */
public enum ItlaRegister {
  NOP(0x00, RW, UNSIGNED, MSA_01_2, "NOP", "pending operations, readiness and last error"),
  DEV_TYP(0x01, RO, TEXT, MSA_01_2, "DevTyp", "device type"),
  MFGR(0x02, RO, TEXT, MSA_01_2, "MFGR", "manufacturer"),
  MODEL(0x03, RO, TEXT, MSA_01_2, "Model", "model"),
  SER_NO(0x04, RO, TEXT, MSA_01_2, "SerNo", "serial number"),
  MFG_DATE(0x05, RO, TEXT, MSA_01_2, "MFGDate", "date of manufacture"),
  RELEASE(0x06, RO, TEXT, MSA_01_2, "Release", "firmware release"),
  REL_BACK(0x07, RO, TEXT, MSA_01_2, "RelBack", "firmware it is backward compatible with"),
  GEN_CFG(0x08, RW, UNSIGNED, MSA_01_2, "GenCfg", "general configuration, see GenCfg"),
  AEA_EAC(0x09, RO, UNSIGNED, MSA_01_2, "AEA-EAC", "automatic extended address, configuration"),
  AEA_EA(0x0A, RO, UNSIGNED, MSA_01_2, "AEA-EA", "automatic extended address, low word"),
  AEA_EAR(0x0B, RW, UNSIGNED, MSA_01_2, "AEA-EAR", "automatic extended address, next two bytes"),
  IO_CAP(0x0D, RW, UNSIGNED, MSA_01_2, "IOCap", "line speed, see IoCap"),
  EAC(0x0E, RW, UNSIGNED, MSA_01_2, "EAC", "extended address, configuration"),
  EA(0x0F, RW, UNSIGNED, MSA_01_2, "EA", "extended address, low word"),
  EAR(0x10, RW, UNSIGNED, MSA_01_2, "EAR", "extended address, data"),
  LST_RESP(0x13, RO, UNSIGNED, MSA_01_2, "LstResp", "last response"),
  DL_CONFIG(0x14, RW, UNSIGNED, MSA_01_2, "DLConfig", "firmware download, see DlConfig"),
  DL_STATUS(0x15, RO, UNSIGNED, MSA_01_2, "DLStatus", "firmware download, result"),

  STATUS_F(0x20, RW, UNSIGNED, MSA_01_2, "StatusF", "fatal status, see StatusWord"),
  STATUS_W(0x21, RW, UNSIGNED, MSA_01_2, "StatusW", "warning status, see StatusWord"),
  F_POW_TH(0x22, RW, UNSIGNED, MSA_01_2, "FPowTh", "power deviation that is fatal"),
  W_POW_TH(0x23, RW, UNSIGNED, MSA_01_2, "WPowTh", "power deviation that warns"),
  F_FREQ_TH(0x24, RW, UNSIGNED, MSA_01_2, "FFreqTh", "frequency deviation that is fatal"),
  W_FREQ_TH(0x25, RW, UNSIGNED, MSA_01_2, "WFreqTh", "frequency deviation that warns"),
  F_THERM_TH(0x26, RW, UNSIGNED, MSA_01_2, "FThermTh", "thermal deviation that is fatal"),
  W_THERM_TH(0x27, RW, UNSIGNED, MSA_01_2, "WThermTh", "thermal deviation that warns"),
  SRQT(0x28, RW, UNSIGNED, MSA_01_2, "SRQT", "what requests service, see TriggerMask"),
  FATAL_T(0x29, RW, UNSIGNED, MSA_01_2, "FatalT", "what is fatal, see TriggerMask"),
  ALM_T(0x2A, RW, UNSIGNED, MSA_01_2, "ALMT", "what raises the alarm, see TriggerMask"),

  CHANNEL(0x30, RW, UNSIGNED, MSA_01_2, "Channel", "channel number; writing it tunes"),
  PWR(0x31, RW, SIGNED, MSA_01_2, "PWR", "optical power set point"),
  RES_ENA(0x32, RW, UNSIGNED, MSA_01_2, "ResEna", "resets and output enable, see ResEna"),
  MCB(0x33, RW, UNSIGNED, MSA_01_2, "MCB", "behavior of the module, see Mcb"),
  GRID(0x34, RW, SIGNED, MSA_01_2, "Grid", "channel spacing"),
  FCF1(0x35, RW, UNSIGNED, MSA_01_2, "FCF1", "first channel frequency, part 1"),
  FCF2(0x36, RW, UNSIGNED, MSA_01_2, "FCF2", "first channel frequency, part 2"),

  LF1(0x40, RO, UNSIGNED, MSA_01_2, "LF1", "laser frequency, part 1"),
  LF2(0x41, RO, UNSIGNED, MSA_01_2, "LF2", "laser frequency, part 2"),
  OOP(0x42, RO, SIGNED, MSA_01_2, "OOP", "optical output power"),
  C_TEMP(0x43, RO, SIGNED, MSA_01_2, "CTemp", "temperature watched by the thermal alarms"),
  FTFR(0x4F, RO, UNSIGNED, MSA_01_2, "FTFR", "fine-tune range to either side"),
  OPSL(0x50, RO, SIGNED, MSA_01_2, "OPSL", "lowest power set point"),
  OPSH(0x51, RO, SIGNED, MSA_01_2, "OPSH", "highest power set point"),
  LFL1(0x52, RO, UNSIGNED, MSA_01_2, "LFL1", "lowest frequency, part 1"),
  LFL2(0x53, RO, UNSIGNED, MSA_01_2, "LFL2", "lowest frequency, part 2"),
  LFH1(0x54, RO, UNSIGNED, MSA_01_2, "LFH1", "highest frequency, part 1"),
  LFH2(0x55, RO, UNSIGNED, MSA_01_2, "LFH2", "highest frequency, part 2"),
  L_GRID(0x56, RO, UNSIGNED, MSA_01_2, "LGrid", "smallest channel spacing"),
  CURRENTS(0x57, RO, SIGNED_ARRAY, MSA_01_2, "Currents", "currents of the laser technology"),
  TEMPS(0x58, RO, SIGNED_ARRAY, MSA_01_2, "Temps", "temperatures of the laser technology"),
  DITHER_E(0x59, RW, UNSIGNED, MSA_01_2, "DitherE", "dither enable and waveform, see DitherEnable"),
  DITHER_R(0x5A, RW, UNSIGNED, MSA_01_2, "DitherR", "dither rate"),
  DITHER_F(0x5B, RW, UNSIGNED, MSA_01_2, "DitherF", "dither frequency deviation"),
  DITHER_A(0x5C, RW, UNSIGNED, MSA_01_2, "DitherA", "dither amplitude"),
  TBTFL(0x5D, RW, SIGNED, MSA_01_2, "TBTFL", "case temperature, lower warning limit"),
  TBTFH(0x5E, RW, SIGNED, MSA_01_2, "TBTFH", "case temperature, upper warning limit"),
  F_AGE_TH(0x5F, RW, UNSIGNED, MSA_01_2, "FAgeTh", "aging that is fatal"),
  W_AGE_TH(0x60, RW, UNSIGNED, MSA_01_2, "WAgeTh", "aging that warns"),
  AGE(0x61, RO, UNSIGNED, MSA_01_2, "Age", "aging"),
  FTF(0x62, RW, SIGNED, MSA_01_2, "FTF", "fine-tune offset from the channel"),

  F_FREQ_TH2(0x63, RW, UNSIGNED, MSA_01_3, "FFreqTh2", "frequency deviation that is fatal, rest"),
  W_FREQ_TH2(0x64, RW, UNSIGNED, MSA_01_3, "WFreqTh2", "frequency deviation that warns, rest"),
  CHANNEL_H(0x65, RW, UNSIGNED, MSA_01_3, "ChannelH", "channel number, high word"),
  GRID2(0x66, RW, SIGNED, MSA_01_3, "Grid2", "channel spacing, rest"),
  FCF3(0x67, RW, UNSIGNED, MSA_01_3, "FCF3", "first channel frequency, part 3"),
  LF3(0x68, RO, UNSIGNED, MSA_01_3, "LF3", "laser frequency, part 3"),
  LFL3(0x69, RO, UNSIGNED, MSA_01_3, "LFL3", "lowest frequency, part 3"),
  LFH3(0x6A, RO, UNSIGNED, MSA_01_3, "LFH3", "highest frequency, part 3"),
  L_GRID2(0x6B, RO, UNSIGNED, MSA_01_3, "LGrid2", "smallest channel spacing, rest"),

  LOW_NOISE(0x90, RW, UNSIGNED, PURE_PHOTONICS, "Mode", "low-noise mode, see LowNoiseMode");

  /** What a host may do with a register. */
  public enum Access {
    /** Read only: writing answers {@link ItlaError#RNW}. */
    RO,
    /** Read and write. */
    RW
  }

  /** How 16 bits at a time become a value. */
  public enum Format {
    /** A word without sign, bit fields included. */
    UNSIGNED,
    /** A word in two's complement. */
    SIGNED,
    /** Text by automatic extended addressing, see {@link AeaString}. */
    TEXT,
    /** Several words in two's complement by automatic extended addressing. */
    SIGNED_ARRAY
  }

  /** The document that defines a register. */
  public enum Origin {
    /** OIF-ITLA-MSA-01.2, 2008, and everything later. */
    MSA_01_2,
    /** OIF-ITLA-MSA-01.3, 2015; an older module answers {@link ItlaError#RNI}. */
    MSA_01_3,
    /** Pure Photonics PPCL modules only. */
    PURE_PHOTONICS
  }

  private static final @Nullable ItlaRegister[] BY_NUMBER = new ItlaRegister[256];

  static {
    for (ItlaRegister register : values()) {
      BY_NUMBER[register.number] = register;
    }
  }

  private final int number;
  private final Access access;
  private final Format format;
  private final Origin origin;
  private final String mnemonic;
  private final String title;

  ItlaRegister(
      int number, Access access, Format format, Origin origin, String mnemonic, String title) {
    this.number = number;
    this.access = access;
    this.format = format;
    this.origin = origin;
    this.mnemonic = mnemonic;
    this.title = title;
  }

  /** The register with {@code number}, or null where none is known or the number is no byte. */
  public static @Nullable ItlaRegister of(int number) {
    return (number & ~0xFF) == 0 ? BY_NUMBER[number] : null;
  }

  /** The number on the wire, 0..0xFF. */
  public int number() {
    return number;
  }

  /** Whether a host may write it. */
  public Access access() {
    return access;
  }

  /** How its words are read. */
  public Format format() {
    return format;
  }

  /** The document that defines it. */
  public Origin origin() {
    return origin;
  }

  /** The name in the standard, such as {@code FFreqTh}. */
  public String mnemonic() {
    return mnemonic;
  }

  /** What it holds, in a few lower-case words. */
  public String title() {
    return title;
  }

  /** Whether it is read by automatic extended addressing, as text or array. */
  public boolean isAea() {
    return format == TEXT || format == SIGNED_ARRAY;
  }

  /** Whether its words are in two's complement. */
  public boolean isSigned() {
    return format == SIGNED || format == SIGNED_ARRAY;
  }

  /** The number that the data word {@code word}, 0..0xFFFF, stands for, sign applied. */
  public int value(int word) {
    return isSigned() ? (short) word : word & Words.MASK;
  }

  /** The data word for {@code value}, or a refusal of what 16 bits with this sign cannot carry. */
  public int word(int value) {
    int word = value & Words.MASK;
    if (value(word) != value) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "ITLA register %s (0x%02X) takes %s, got %d",
              mnemonic,
              number,
              isSigned() ? "-32768..32767" : "0..65535",
              value));
    }
    return word;
  }
}
