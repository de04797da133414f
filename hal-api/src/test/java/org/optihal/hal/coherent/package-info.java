@NullMarked
package org.optihal.hal.coherent;

import org.jspecify.annotations.NullMarked;
