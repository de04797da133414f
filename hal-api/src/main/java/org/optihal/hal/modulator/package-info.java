/** Modulators and what drives them: bias, attenuation, waveforms, polarization, voltage. */
@NullMarked
package org.optihal.hal.modulator;

import org.jspecify.annotations.NullMarked;
