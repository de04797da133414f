package org.optihal.hal.coherent;

import java.util.List;
import java.util.Optional;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.device.Facet;
import org.optihal.hal.point.Act;
import org.optihal.hal.point.Control;
import org.optihal.hal.quantity.Frequency;

/**
 * Measured field quadratures, such as a balanced detector with a digitizer yields. No device uses
 * it yet.
 */
public interface QuadratureSource extends Facet {
  List<Quadrature> quadratures();

  Control<Frequency> sampleRate();

  /**
   * Starts to take frames.
   *
   * @throws org.optihal.hal.error.HalException CONFLICT naming who takes frames already
   */
  FrameStream frames(int samplesPerFrame, String holder, Deadline deadline);

  /**
   * Blocks the signal, measures with the local oscillator on and off, and opens the signal again.
   */
  Act calibrateShotNoise();

  /** The latest calibration; empty when there is none that still holds. */
  Optional<ShotNoise> shotNoise();
}
