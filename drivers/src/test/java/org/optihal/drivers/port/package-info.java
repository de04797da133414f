@NullMarked
package org.optihal.drivers.port;

import org.jspecify.annotations.NullMarked;
