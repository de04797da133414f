@NullMarked
package org.optihal.physics.photon;

import org.jspecify.annotations.NullMarked;
