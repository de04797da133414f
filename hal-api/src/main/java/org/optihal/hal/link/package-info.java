/** Links to devices: bytes, messages, registers and lines, all with absolute deadlines. */
@NullMarked
package org.optihal.hal.link;

import org.jspecify.annotations.NullMarked;
