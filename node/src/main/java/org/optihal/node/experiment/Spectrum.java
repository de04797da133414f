package org.optihal.node.experiment;

/** Power in the slots of a grid. */
public final class Spectrum {
  private final double[] hertz;
  private final double[] watts;
  private final double[] noise;

  /**
   * @param hertz centers of the slots, ascending
   * @param watts of all light in each of them
   * @param noise in watts, of what is no line
   */
  public Spectrum(double[] hertz, double[] watts, double[] noise) {
    this.hertz = hertz.clone();
    this.watts = watts.clone();
    this.noise = noise.clone();
  }

  public double[] hertz() {
    return hertz.clone();
  }

  public double[] watts() {
    return watts.clone();
  }

  public double[] noise() {
    return noise.clone();
  }
}
