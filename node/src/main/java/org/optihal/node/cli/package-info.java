/** The command line: small commands that know devices only by their points. */
@NullMarked
package org.optihal.node.cli;

import org.jspecify.annotations.NullMarked;
