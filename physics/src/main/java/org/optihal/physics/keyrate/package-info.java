/**
 * Key-rate meters: what a bench would report from the light and the clicks that it has, after the
 * published formulas. Nothing here is a protocol; no key is made. Beyond cut-off the rate is zero
 * and the {@code margin} of the same result, which may be negative, says how far beyond.
 */
@NullMarked
package org.optihal.physics.keyrate;

import org.jspecify.annotations.NullMarked;
