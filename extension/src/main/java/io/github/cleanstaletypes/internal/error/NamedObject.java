package io.github.cleanstaletypes.internal.error;

/**
 * What an error names.
 *
 * @param schemaOid the oid of its schema, or 0 if the error does not tell it
 * @param name its name, as the server stores it
 */
public record NamedObject(long schemaOid, String name) {

    static NamedObject bare(String name) {
        return new NamedObject(0, name);
    }
}
