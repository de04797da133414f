/**
 * OIF ITLA packets, words and registers: what the bytes of a tunable laser look like.
 *
 * <p>Numbers, names, widths and signs only. Scales such as hundredths of a dBm are written in the
 * driver and again in the emulator, so that one misreading cannot pass both. The layouts follow
 * OIF-ITLA-MSA-01.2 and 01.3 as implemented by public clients, foremost pytla (MIT); what no public
 * client shows is marked "Assumed".
 */
@NullMarked
package org.optihal.protocols.itla;

import org.jspecify.annotations.NullMarked;
