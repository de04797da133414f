/** What drivers have in common: life cycle on a port, points, procedures. */
@NullMarked
package org.optihal.drivers.device;

import org.jspecify.annotations.NullMarked;
