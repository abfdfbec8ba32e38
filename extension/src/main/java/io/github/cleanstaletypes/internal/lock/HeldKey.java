package io.github.cleanstaletypes.internal.lock;

/**
 * An advisory lock as a guard's session holds it.
 *
 * @param key its key of 64 bits
 * @param exclusive whether it is held alone, and not in the mode that several can hold at a time
 */
public record HeldKey(long key, boolean exclusive) {}
