/** Tests of the plots. */
@NullMarked
package org.optihal.node.plot;

import org.jspecify.annotations.NullMarked;
