package org.optihal.emulators.light;

import java.util.List;
import org.optihal.hal.light.Cause;

/** Flat noise of one W/Hz from 1260 to 1650 nm at a port {@code out}. */
public final class TestNoise implements OpticalPart {
  private final String name;

  public TestNoise(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> ports() {
    return List.of("out");
  }

  @Override
  public boolean leads(int from, int to) {
    return false;
  }

  @Override
  public double transmittance(int from, int to, double low, double high) {
    return 0;
  }

  @Override
  public void generate(Flow[] entering, int to, Flow out, SpectralGrid grid) {
    for (int bin = 0; bin < grid.bins(); bin++) {
      out.addNoise(Cause.AMPLIFIED_EMISSION, bin, 1);
    }
  }
}
