package org.optihal.hal.instrument;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.device.Facet;
import org.optihal.hal.operation.Operation;
import org.optihal.hal.point.Control;
import org.optihal.hal.quantity.Frequency;
import org.optihal.hal.quantity.Voltage;

/** A scope or a digitizer card. No device uses it yet. */
public interface Digitizer extends Facet {
  List<DigitizerInput> inputs();

  Control<Frequency> sampleRate();

  /** Samples per input and capture. */
  Control<Long> recordLength();

  /** An input's unit, or one of the device's own words. */
  Control<String> triggerSource();

  Optional<Control<Voltage>> triggerLevel();

  /**
   * Waits for the trigger and fetches one block per enabled input, by unit. It is fetched in
   * pieces, so that a safety command never waits for a record.
   */
  Operation<Map<String, SampleBlock>> capture(Deadline deadline);
}
