package io.github.cleanstaletypes.internal.catalog;

/**
 * The text of a function in a language that the server does not look into.
 *
 * @param oid its {@code pg_proc.oid}
 * @param description such as {@code function public.f(integer)}
 * @param text {@code pg_proc.prosrc}
 */
public record FunctionBody(long oid, String description, String text) {}
