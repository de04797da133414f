/** Tests of reports. */
@NullMarked
package org.optihal.node.report;

import org.jspecify.annotations.NullMarked;
