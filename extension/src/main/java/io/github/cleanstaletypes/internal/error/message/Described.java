package io.github.cleanstaletypes.internal.error.message;

import java.util.Optional;

/**
 * An object that the server has put into words, such as {@code column c of table app.accounts}.
 *
 * @param kind what it is
 * @param name its name as SQL writes it: in quotes where it needs them, and with its schema where that is not on the search path
 * @param table the table, or the like, that it belongs to, likewise
 */
public record Described(ObjectKind kind, String name, Optional<String> table) {}
