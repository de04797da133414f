@NullMarked
package org.optihal.drivers.link;

import org.jspecify.annotations.NullMarked;
