package org.optihal.physics.keyrate;

import org.optihal.physics.Require;

/**
 * What is lost between clicks and key.
 *
 * @param siftingFactor share of the pulses whose bases match ({@code q}; 1/2 for unbiased BB84)
 * @param errorCorrectionEfficiency leaked bits over the Shannon limit ({@code f >= 1})
 */
public record PostProcessing(double siftingFactor, double errorCorrectionEfficiency) {
  public PostProcessing {
    Require.fraction(siftingFactor, "siftingFactor");
    Arguments.atLeastOne(errorCorrectionEfficiency, "errorCorrectionEfficiency");
  }
}
