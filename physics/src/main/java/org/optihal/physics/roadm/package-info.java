/** What a ROADM node does to light: amplifiers, pass bands, isolation and switch crosstalk. */
@NullMarked
package org.optihal.physics.roadm;

import org.jspecify.annotations.NullMarked;
