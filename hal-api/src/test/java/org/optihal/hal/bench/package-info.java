@NullMarked
package org.optihal.hal.bench;

import org.jspecify.annotations.NullMarked;
