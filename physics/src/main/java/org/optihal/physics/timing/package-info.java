/** Clocks of nodes without shared time, and the search for the delay between two of them. */
@NullMarked
package org.optihal.physics.timing;

import org.jspecify.annotations.NullMarked;
