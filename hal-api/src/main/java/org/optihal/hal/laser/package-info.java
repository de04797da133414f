/** Lasers. */
@NullMarked
package org.optihal.hal.laser;

import org.jspecify.annotations.NullMarked;
