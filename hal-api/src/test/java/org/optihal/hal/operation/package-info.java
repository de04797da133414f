@NullMarked
package org.optihal.hal.operation;

import org.jspecify.annotations.NullMarked;
