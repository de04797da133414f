/**
 * Tunable lasers as their protocols show them. Scales are written here from the fact sheet
 * (docs/devices), never shared with a driver, so that one misreading cannot pass both sides.
 */
@NullMarked
package org.optihal.emulators.laser;

import org.jspecify.annotations.NullMarked;
