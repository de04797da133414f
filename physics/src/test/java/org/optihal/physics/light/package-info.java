@NullMarked
package org.optihal.physics.light;

import org.jspecify.annotations.NullMarked;
