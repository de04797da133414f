/** What drivers and emulations implement; found by {@link java.util.ServiceLoader}. */
@NullMarked
package org.optihal.hal.spi;

import org.jspecify.annotations.NullMarked;
