package org.optihal.node.experiment;

import java.time.Duration;
import java.util.Optional;

/**
 * A command that was carried out.
 *
 * @param at since the run began; empty in the setup before it
 * @param command as written
 * @param outcome what became of it, in words
 */
public record Happening(Optional<Duration> at, String command, String outcome) {}
