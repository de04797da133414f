package org.optihal.physics.coherent;

/** How a coherent receiver looks at the field. */
public enum Detection {
  /** One quadrature with all light. */
  HOMODYNE(1),
  /** Both quadratures with half of the light each. */
  HETERODYNE(2);

  private final int quadratures;

  Detection(int quadratures) {
    this.quadratures = quadratures;
  }

  /** Quadratures measured at once, which share the light. */
  public int quadratures() {
    return quadratures;
  }
}
