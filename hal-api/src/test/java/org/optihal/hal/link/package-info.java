@NullMarked
package org.optihal.hal.link;

import org.jspecify.annotations.NullMarked;
