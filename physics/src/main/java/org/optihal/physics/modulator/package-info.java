/**
 * Electro-optic modulators: Mach-Zehnder, phase and IQ, their bias drift, dither locks and the
 * photon numbers that they set.
 */
@NullMarked
package org.optihal.physics.modulator;

import org.jspecify.annotations.NullMarked;
