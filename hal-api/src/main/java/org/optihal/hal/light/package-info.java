/** Light as it is, by line and by cause: what no single instrument can tell. */
@NullMarked
package org.optihal.hal.light;

import org.jspecify.annotations.NullMarked;
