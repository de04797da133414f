/** The bench file: YAML in, bench records or problems with line, column and suggestion out. */
@NullMarked
package org.optihal.config;

import org.jspecify.annotations.NullMarked;
