/** Tests of running experiments. */
@NullMarked
package org.optihal.node.experiment;

import org.jspecify.annotations.NullMarked;
