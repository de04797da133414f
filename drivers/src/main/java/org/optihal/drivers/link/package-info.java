/** Serial and TCP links, and decorators for any byte link. */
@NullMarked
package org.optihal.drivers.link;

import org.jspecify.annotations.NullMarked;
