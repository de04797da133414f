/** Devices, their facets, their health, and what making them safe achieved. */
@NullMarked
package org.optihal.hal.device;

import org.jspecify.annotations.NullMarked;
