package org.optihal.hal.modulator;

import java.util.Optional;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.device.Facet;
import org.optihal.hal.operation.Operation;
import org.optihal.hal.point.Control;
import org.optihal.hal.quantity.Voltage;

/** An arbitrary waveform on one output: upload, then select, then run. No device uses it yet. */
public interface DriveWaveform extends Facet {
  WaveformCapability waveformCapability();

  /** Stores a waveform under a name of the device; what is running stays as it is. */
  Operation<Boolean> upload(String name, Waveform waveform, Deadline deadline);

  /** Name of the waveform to run. */
  Control<String> selected();

  Control<Boolean> running();

  /** Volts at sample value 1 minus volts at -1, into {@link #loadImpedance}. */
  Control<Voltage> amplitude();

  /** One choice where it is fixed. */
  Control<LoadImpedance> loadImpedance();

  Optional<Control<Voltage>> offset();
}
