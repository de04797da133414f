/** What each kind of element does to light. */
@NullMarked
package org.optihal.emulators.light.element;

import org.jspecify.annotations.NullMarked;
