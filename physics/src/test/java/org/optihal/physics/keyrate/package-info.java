@NullMarked
package org.optihal.physics.keyrate;

import org.jspecify.annotations.NullMarked;
