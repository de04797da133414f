package org.optihal.hal.coherent;

/** In-phase (I) or quadrature (Q) component in polarization X or Y; homodyne detection has one. */
public enum Quadrature {
  XI,
  XQ,
  YI,
  YQ
}
