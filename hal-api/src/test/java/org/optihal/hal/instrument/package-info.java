@NullMarked
package org.optihal.hal.instrument;

import org.jspecify.annotations.NullMarked;
