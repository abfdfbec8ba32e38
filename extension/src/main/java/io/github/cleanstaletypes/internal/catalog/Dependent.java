package io.github.cleanstaletypes.internal.catalog;

/**
 * An object that uses a type.
 *
 * @param catalog the catalog that holds it, such as {@code pg_class}
 * @param oid its oid there
 * @param description what it is in plain words, such as {@code column c of table public.o}; identifiers are quoted where SQL wants it
 */
public record Dependent(String catalog, long oid, String description) {}
