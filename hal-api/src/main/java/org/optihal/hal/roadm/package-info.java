/** ROADM ports, switches, wavelength-selective switches, amplifiers and shutters. */
@NullMarked
package org.optihal.hal.roadm;

import org.jspecify.annotations.NullMarked;
