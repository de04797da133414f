package org.optihal.hal.bench;

/**
 * Two ports that are joined; light goes both ways.
 *
 * @param from a port, {@code outside(...)} or {@code @node.port}
 * @param to likewise
 * @param wire that it is a piece of
 */
public record Connection(WireEnd from, WireEnd to, Wire wire) {}
