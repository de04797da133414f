package org.optihal.emulators.laser;

import java.util.EnumMap;
import java.util.Map;
import org.optihal.protocols.itla.ItlaRegister;
import org.optihal.protocols.itla.Mcb;
import org.optihal.protocols.itla.TriggerMask;

/**
 * The registers that hold what was written, their limits, and what they hold after power-up. Values
 * are signed where the register is. Power-up values and limits are assumed.
 */
final class ItlaSettings {
  private record Rule(int powerUp, int lowest, int highest) {}

  private static final int MHZ_REST = 99;
  private static final int CENTER_TERAHERTZ = 193;
  private static final int CENTER_TENTHS_OF_GIGAHERTZ = 1_000;

  private static final Map<ItlaRegister, Rule> RULES = rules();

  private final Map<ItlaRegister, Integer> values = new EnumMap<>(ItlaRegister.class);
  private final Map<ItlaRegister, Integer> saved = new EnumMap<>(ItlaRegister.class);

  ItlaSettings(ItlaProfile profile) {
    RULES.forEach((register, rule) -> saved.put(register, rule.powerUp));
    ItlaProfile.Range range = profile.range();
    saved.put(ItlaRegister.PWR, ItlaScale.hundredths((range.minPower() + range.maxPower()) / 2));
    restore();
  }

  private static Map<ItlaRegister, Rule> rules() {
    Map<ItlaRegister, Rule> rules = new EnumMap<>(ItlaRegister.class);
    rules.put(ItlaRegister.EAC, new Rule(0, 0, 0xFFFF));
    rules.put(ItlaRegister.EA, new Rule(0, 0, 0xFFFF));

    rules.put(ItlaRegister.F_POW_TH, new Rule(300, 0, 1_000));
    rules.put(ItlaRegister.W_POW_TH, new Rule(100, 0, 1_000));
    rules.put(ItlaRegister.F_FREQ_TH, new Rule(100, 0, 1_000));
    rules.put(ItlaRegister.W_FREQ_TH, new Rule(50, 0, 1_000));
    rules.put(ItlaRegister.F_FREQ_TH2, new Rule(0, 0, MHZ_REST));
    rules.put(ItlaRegister.W_FREQ_TH2, new Rule(0, 0, MHZ_REST));
    rules.put(ItlaRegister.F_THERM_TH, new Rule(500, 0, 5_000));
    rules.put(ItlaRegister.W_THERM_TH, new Rule(250, 0, 5_000));
    for (TriggerMask mask : TriggerMask.values()) {
      rules.put(mask.register(), new Rule(mask.assumedDefault(), 0, 0xFFFF));
    }

    rules.put(ItlaRegister.CHANNEL, new Rule(1, 0, 0xFFFF));
    rules.put(ItlaRegister.CHANNEL_H, new Rule(0, 0, 0xFFFF));
    rules.put(ItlaRegister.PWR, new Rule(0, Short.MIN_VALUE, Short.MAX_VALUE));
    rules.put(ItlaRegister.MCB, new Rule(Mcb.ASSUMED_DEFAULT, 0, 0xFFFF));
    rules.put(ItlaRegister.GRID, new Rule(500, Short.MIN_VALUE, Short.MAX_VALUE));
    rules.put(ItlaRegister.GRID2, new Rule(0, -MHZ_REST, MHZ_REST));
    rules.put(ItlaRegister.FCF1, new Rule(CENTER_TERAHERTZ, 0, 0xFFFF));
    rules.put(ItlaRegister.FCF2, new Rule(CENTER_TENTHS_OF_GIGAHERTZ, 0, 9_999));
    rules.put(ItlaRegister.FCF3, new Rule(0, 0, MHZ_REST));
    rules.put(ItlaRegister.FTF, new Rule(0, Short.MIN_VALUE, Short.MAX_VALUE));

    rules.put(ItlaRegister.DITHER_E, new Rule(0, 0, 0x12));
    rules.put(ItlaRegister.DITHER_R, new Rule(50, 10, 200));
    rules.put(ItlaRegister.DITHER_F, new Rule(0, 0, 100));
    rules.put(ItlaRegister.DITHER_A, new Rule(0, 0, 100));
    rules.put(ItlaRegister.TBTFL, new Rule(-500, -4_000, 10_000));
    rules.put(ItlaRegister.TBTFH, new Rule(7_000, -4_000, 10_000));
    rules.put(ItlaRegister.F_AGE_TH, new Rule(95, 0, 100));
    rules.put(ItlaRegister.W_AGE_TH, new Rule(80, 0, 100));
    rules.put(ItlaRegister.LOW_NOISE, new Rule(0, 0, 2));
    return rules;
  }

  /** Whether the register is one of these. */
  static boolean holds(ItlaRegister register) {
    return RULES.containsKey(register);
  }

  /** Whether the register takes the value, other registers aside. */
  static boolean accepts(ItlaRegister register, int value) {
    Rule rule = rule(register);
    return value >= rule.lowest && value <= rule.highest;
  }

  private static Rule rule(ItlaRegister register) {
    Rule rule = RULES.get(register);
    if (rule == null) {
      throw new IllegalArgumentException(register + " is no setting");
    }
    return rule;
  }

  int get(ItlaRegister register) {
    Integer value = values.get(register);
    return value == null ? rule(register).powerUp : value;
  }

  void set(ItlaRegister register, int value) {
    values.put(register, value);
  }

  /** What is set now is what a restart brings back. */
  void save() {
    saved.putAll(values);
  }

  /** What a restart does. */
  void restore() {
    values.putAll(saved);
  }
}
