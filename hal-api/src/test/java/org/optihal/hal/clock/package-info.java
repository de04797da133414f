@NullMarked
package org.optihal.hal.clock;

import org.jspecify.annotations.NullMarked;
