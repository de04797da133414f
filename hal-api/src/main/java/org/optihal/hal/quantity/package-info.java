/** Physical quantities as value types, and the one parser and formatter of text with units. */
@NullMarked
package org.optihal.hal.quantity;

import org.jspecify.annotations.NullMarked;
