/** Laser drivers. */
@NullMarked
package org.optihal.drivers.laser;

import org.jspecify.annotations.NullMarked;
