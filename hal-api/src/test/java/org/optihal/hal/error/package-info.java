@NullMarked
package org.optihal.hal.error;

import org.jspecify.annotations.NullMarked;
