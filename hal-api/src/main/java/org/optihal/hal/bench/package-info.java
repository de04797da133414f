/** The bench model: devices, elements and wiring, as plain records. */
@NullMarked
package org.optihal.hal.bench;

import org.jspecify.annotations.NullMarked;
