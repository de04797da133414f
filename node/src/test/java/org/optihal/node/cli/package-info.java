@NullMarked
package org.optihal.node.cli;

import org.jspecify.annotations.NullMarked;
