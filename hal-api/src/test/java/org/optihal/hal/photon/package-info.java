@NullMarked
package org.optihal.hal.photon;

import org.jspecify.annotations.NullMarked;
