/**
 * Optical fiber: attenuation, dispersion, mode area, spontaneous Raman scattering, four-wave mixing
 * and cores that couple. Powers are those at the launched fiber end unless said otherwise.
 */
@NullMarked
package org.optihal.physics.fibre;

import org.jspecify.annotations.NullMarked;
