/** Points: the typed values a device offers, and the readings taken of them. */
@NullMarked
package org.optihal.hal.point;

import org.jspecify.annotations.NullMarked;
