package io.github.cleanstaletypes.claim;

/**
 * A name, and who claims it.
 *
 * @param name the claimed name
 * @param source who claims it
 */
public record Claim(SqlName name, ClaimSource source) {}
