/** Coherent receivers and the front ends of quadrature measurements. */
@NullMarked
package org.optihal.hal.coherent;

import org.jspecify.annotations.NullMarked;
