/** A house that breaks every rule: what the architecture tests must see. */
@NullMarked
package org.optihal.verify.architecture.bad.hal;

import org.jspecify.annotations.NullMarked;
