@NullMarked
package org.optihal.hal.quantity;

import org.jspecify.annotations.NullMarked;
