/** Time and waiting: the only place that tells time, blocks or starts a thread. */
@NullMarked
package org.optihal.hal.clock;

import org.jspecify.annotations.NullMarked;
