@NullMarked
package org.optihal.hal.event;

import org.jspecify.annotations.NullMarked;
