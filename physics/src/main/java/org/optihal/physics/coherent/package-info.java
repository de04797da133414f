/**
 * Balanced coherent receivers in shot-noise units (the variance of vacuum is one): shot noise,
 * excess noise by cause, samples, and the estimate of a channel from samples.
 */
@NullMarked
package org.optihal.physics.coherent;

import org.jspecify.annotations.NullMarked;
