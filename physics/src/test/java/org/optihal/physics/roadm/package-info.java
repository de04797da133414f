@NullMarked
package org.optihal.physics.roadm;

import org.jspecify.annotations.NullMarked;
