@NullMarked
package org.optihal.config;

import org.jspecify.annotations.NullMarked;
