@NullMarked
package org.optihal.hal.light;

import org.jspecify.annotations.NullMarked;
