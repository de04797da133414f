@NullMarked
package org.optihal.hal.point;

import org.jspecify.annotations.NullMarked;
