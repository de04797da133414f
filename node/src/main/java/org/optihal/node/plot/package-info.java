/** Small line plots as SVG: no library, no script, readable in the light and in the dark. */
@NullMarked
package org.optihal.node.plot;

import org.jspecify.annotations.NullMarked;
