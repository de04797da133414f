@NullMarked
package org.optihal.physics.random;

import org.jspecify.annotations.NullMarked;
