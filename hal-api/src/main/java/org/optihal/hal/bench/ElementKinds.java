package org.optihal.hal.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All kinds of element. A new kind is a new row. */
public final class ElementKinds {
  private static final Map<String, ElementKind> ALL = new LinkedHashMap<>();

  static {
    for (ElementKind kind :
        List.of(
            FibreElements.FIBRE,
            FibreElements.MULTI_CORE_FIBRE,
            PassiveElements.COUPLER,
            PassiveElements.FILTER,
            PassiveElements.ATTENUATOR,
            PassiveElements.ISOLATOR,
            PassiveElements.CIRCULATOR,
            PassiveElements.MUX,
            PassiveElements.DEMUX,
            PassiveElements.ROTATOR,
            RoadmElements.SWITCH,
            RoadmElements.WSS,
            RoadmElements.AMPLIFIER,
            ModulatorElements.INTENSITY_MODULATOR,
            ModulatorElements.PHASE_MODULATOR,
            ModulatorElements.IQ_MODULATOR,
            SourceElements.CW_SOURCE,
            SourceElements.COMB,
            SourceElements.ASE_SOURCE,
            SourceElements.PULSED_SOURCE,
            SourceElements.GAUSSIAN_SOURCE,
            SourceElements.PAIR_SOURCE,
            DetectorElements.SPAD,
            DetectorElements.SNSPD,
            DetectorElements.COHERENT_RECEIVER,
            DetectorElements.POWER_MONITOR,
            DetectorElements.CHANNEL_MONITOR,
            DetectorElements.NODE_CLOCK)) {
      ALL.put(kind.name(), kind);
    }
  }

  private ElementKinds() {}

  /** By name, in the order in which documents list them. */
  public static Map<String, ElementKind> all() {
    return Collections.unmodifiableMap(ALL);
  }

  public static Optional<ElementKind> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }
}
