/** Ports: one owner at a time, priorities, sessions, suspect lines, reconnect. */
@NullMarked
package org.optihal.drivers.port;

import org.jspecify.annotations.NullMarked;
