/** Light by itself: photon numbers, decibels, photon statistics, polarization and coherence. */
@NullMarked
package org.optihal.physics.light;

import org.jspecify.annotations.NullMarked;
