/**
 * What the spine costs: measured side by side with something simpler, never in bare microseconds.
 */
@NullMarked
package org.optihal.verify.jmh;

import org.jspecify.annotations.NullMarked;
