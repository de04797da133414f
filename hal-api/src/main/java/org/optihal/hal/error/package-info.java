/**
 * One exception for everything that can go wrong, with a kind to switch on and what may have
 * happened at the device.
 */
@NullMarked
package org.optihal.hal.error;

import org.jspecify.annotations.NullMarked;
