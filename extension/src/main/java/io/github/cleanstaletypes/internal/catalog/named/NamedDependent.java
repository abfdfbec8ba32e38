package io.github.cleanstaletypes.internal.catalog.named;

import org.jspecify.annotations.Nullable;

/**
 * Something that depends on what an error names.
 *
 * @param kind what it depends on: {@code type}, {@code relation}, {@code function}, {@code schema}, {@code extension}, {@code constraint}
 * @param schema the schema of that, or null
 * @param name the name of that
 * @param description what depends on it, in words
 */
public record NamedDependent(String kind, @Nullable String schema, String name, String description) {}
