/**
 * Laser campaigns: many seeded runs of driver against emulator, with the truth looked up behind the
 * wire.
 */
@NullMarked
package org.optihal.verify.laser;

import org.jspecify.annotations.NullMarked;
