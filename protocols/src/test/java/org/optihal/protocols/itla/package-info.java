@NullMarked
package org.optihal.protocols.itla;

import org.jspecify.annotations.NullMarked;
