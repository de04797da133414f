/**
 * Linux from Java: descriptors with deadlines, pseudo terminals, and what the system knows about
 * its serial ports.
 */
@NullMarked
package org.optihal.linux;

import org.jspecify.annotations.NullMarked;
