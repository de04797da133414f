/** Instruments beside the light path: meters, digitizers, delay generators, interlocks. */
@NullMarked
package org.optihal.hal.instrument;

import org.jspecify.annotations.NullMarked;
