@NullMarked
package org.optihal.hal.roadm;

import org.jspecify.annotations.NullMarked;
