package org.optihal.hal.roadm;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.optihal.hal.error.HalException;
import org.optihal.hal.quantity.FrequencyOffset;
import org.optihal.hal.quantity.Slot;

/** Which spectra a port can separate. */
public sealed interface SpectralCapability {
  boolean allows(Spectrum spectrum);

  /** Carries what comes, as a fiber switch does. */
  record WholeFiber() implements SpectralCapability {
    @Override
    public boolean allows(Spectrum spectrum) {
      return spectrum instanceof Spectrum.WholeFiber;
    }
  }

  /**
   * Fixed channels.
   *
   * @param channels by the number the device gives them
   */
  record FixedGrid(SortedMap<Integer, Spectrum.Interval> channels) implements SpectralCapability {
    public FixedGrid {
      channels = Collections.unmodifiableSortedMap(new TreeMap<>(channels));
    }

    @Override
    public boolean allows(Spectrum spectrum) {
      return spectrum instanceof Spectrum.Interval i && channels.containsValue(i);
    }
  }

  /**
   * Free slots. Edges instead of centers are counted because that fits both the flexible grid of
   * ITU-T G.694.1 (edges at 6.25 GHz, widths of 12.5 GHz) and devices with plain steps.
   *
   * @param edgeStep edges lie at 193.1 THz plus a multiple of it
   * @param widthStep the width is a multiple of it
   */
  record FlexGrid(
      Spectrum.Interval range,
      FrequencyOffset edgeStep,
      FrequencyOffset widthStep,
      FrequencyOffset minWidth,
      FrequencyOffset maxWidth)
      implements SpectralCapability {
    private static final long ANCHOR = new Slot(0, 1).center().hertz();

    public FlexGrid {
      if (edgeStep.hertz() <= 0 || widthStep.hertz() <= 0) {
        throw HalException.configuration("the steps of a flexible grid must be positive");
      }
    }

    @Override
    public boolean allows(Spectrum spectrum) {
      if (!(spectrum instanceof Spectrum.Interval i)) {
        return false;
      }
      FrequencyOffset width = i.width();
      return i.lower().compareTo(range.lower()) >= 0
          && i.upper().compareTo(range.upper()) <= 0
          && (i.lower().hertz() - ANCHOR) % edgeStep.hertz() == 0
          && (i.upper().hertz() - ANCHOR) % edgeStep.hertz() == 0
          && width.hertz() % widthStep.hertz() == 0
          && width.compareTo(minWidth) >= 0
          && width.compareTo(maxWidth) <= 0;
    }
  }
}
