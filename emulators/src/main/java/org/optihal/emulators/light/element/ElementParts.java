package org.optihal.emulators.light.element;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.optihal.hal.bench.DetectorElements;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.ElementKind;
import org.optihal.hal.bench.FibreElements;
import org.optihal.hal.bench.ModulatorElements;
import org.optihal.hal.bench.PassiveElements;
import org.optihal.hal.bench.RoadmElements;
import org.optihal.hal.bench.SourceElements;
import org.optihal.hal.error.HalException;

/** Makes the parts of all kinds of element. A new kind is a new row. */
public final class ElementParts {
  private static final Map<ElementKind, BiFunction<Element, SplittableRandom, ElementPart>> ALL =
      new LinkedHashMap<>();

  static {
    ALL.put(FibreElements.FIBRE, FibrePart::new);
    ALL.put(FibreElements.MULTI_CORE_FIBRE, MultiCoreFibrePart::new);
    ALL.put(PassiveElements.COUPLER, CouplerPart::new);
    ALL.put(PassiveElements.FILTER, FilterPart::new);
    ALL.put(PassiveElements.ATTENUATOR, AttenuatorPart::new);
    ALL.put(PassiveElements.ISOLATOR, IsolatorPart::new);
    ALL.put(PassiveElements.CIRCULATOR, CirculatorPart::new);
    ALL.put(PassiveElements.MUX, MuxPart::mux);
    ALL.put(PassiveElements.DEMUX, MuxPart::demux);
    ALL.put(PassiveElements.ROTATOR, RotatorPart::new);
    ALL.put(RoadmElements.SWITCH, SwitchPart::new);
    ALL.put(RoadmElements.WSS, MuxPart::wss);
    ALL.put(RoadmElements.AMPLIFIER, AmplifierPart::new);
    ALL.put(ModulatorElements.INTENSITY_MODULATOR, IntensityModulatorPart::new);
    ALL.put(ModulatorElements.PHASE_MODULATOR, PhaseModulatorPart::new);
    ALL.put(ModulatorElements.IQ_MODULATOR, IqModulatorPart::new);
    ALL.put(SourceElements.CW_SOURCE, SourcePart::cw);
    ALL.put(SourceElements.COMB, CombPart::new);
    ALL.put(SourceElements.ASE_SOURCE, AsePart::new);
    ALL.put(SourceElements.PULSED_SOURCE, SourcePart::pulsed);
    ALL.put(SourceElements.GAUSSIAN_SOURCE, SourcePart::gaussian);
    ALL.put(SourceElements.PAIR_SOURCE, SourcePart::pair);
    ALL.put(DetectorElements.SPAD, SinglePhotonPart::avalanche);
    ALL.put(DetectorElements.SNSPD, SinglePhotonPart::nanowire);
    ALL.put(DetectorElements.COHERENT_RECEIVER, CoherentReceiverPart::new);
    ALL.put(DetectorElements.POWER_MONITOR, PowerMonitorPart::new);
    ALL.put(DetectorElements.CHANNEL_MONITOR, ChannelMonitorPart::new);
    ALL.put(DetectorElements.NODE_CLOCK, ClockPart::new);
  }

  private ElementParts() {}

  /**
   * Makes an element.
   *
   * @param random of this element alone
   * @throws HalException CONFIGURATION naming the element, its place and what is wrong
   */
  public static ElementPart create(Element element, SplittableRandom random) {
    for (var row : ALL.entrySet()) {
      if (row.getKey().name().equals(element.kind())) {
        try {
          return row.getValue().apply(element, random);
        } catch (IllegalArgumentException e) { // a formula refused a value
          throw HalException.configuration(element + ": " + e.getMessage());
        }
      }
    }
    throw HalException.configuration("there is no kind of " + element);
  }
}
