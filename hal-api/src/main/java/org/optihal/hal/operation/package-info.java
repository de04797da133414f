/** Operations: commands that take time, seen from the caller and from the driver. */
@NullMarked
package org.optihal.hal.operation;

import org.jspecify.annotations.NullMarked;
