/**
 * OptiHAL: one API for lasers, modulators, single-photon detectors, coherent receivers and ROADM
 * ports. Start at {@link org.optihal.hal.Hal}.
 */
@NullMarked
package org.optihal.hal;

import org.jspecify.annotations.NullMarked;
