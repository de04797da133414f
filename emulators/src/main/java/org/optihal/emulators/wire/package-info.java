/** The byte path between a client and an emulated device: lines, their timing, and endpoints. */
@NullMarked
package org.optihal.emulators.wire;

import org.jspecify.annotations.NullMarked;
