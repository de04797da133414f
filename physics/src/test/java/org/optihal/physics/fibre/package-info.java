@NullMarked
package org.optihal.physics.fibre;

import org.jspecify.annotations.NullMarked;
