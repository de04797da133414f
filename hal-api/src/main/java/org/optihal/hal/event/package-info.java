/**
 * What happens without being asked: latest readings, and events that are never dropped silently.
 */
@NullMarked
package org.optihal.hal.event;

import org.jspecify.annotations.NullMarked;
