package io.github.cleanstaletypes.internal.error;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key of a unique violation, which the server prints as {@code (typname, typnamespace)=(accounts_user, 2200)} in every language.
 *
 * @param index the catalog's index on these columns
 * @param named what the key means
 */
record UniqueKeyDetail(CatalogIndex index, NamedObject named) {

    private static final Pattern PRINTED = Pattern.compile("\\(([a-z]+(?:, [a-z]+){0,2})\\)=\\((.*)");

    // a name may hold commas and parentheses; what comes after it never does
    private static final Pattern NAME = Pattern.compile("(.*?)\\)(?:[^\\w)].*)?");
    private static final Pattern NAME_SCHEMA = Pattern.compile("(.*?), (\\d{1,10})\\).*");
    private static final Pattern NAME_ARGUMENTS_SCHEMA = Pattern.compile("(.*?), [\\d ]*, (\\d{1,10})\\).*");
    private static final Pattern TYPE_LABEL = Pattern.compile("\\d+, (.*?)\\).*");

    /** How tools print it that have taken it apart: {@code typname: 'accounts_user'}. */
    private static final String FIELD = "\\b%s['\"]?\\s*(?::|=>|=)\\s*['\"]([^'\"]{1,250})['\"]";

    private static final Pattern TYPE_NAME = Pattern.compile(FIELD.formatted("typname"));
    private static final Pattern TYPE_SCHEMA = Pattern.compile(FIELD.formatted("typnamespace"));

    static Optional<UniqueKeyDetail> in(String line) {
        Matcher printed = PRINTED.matcher(line);
        if (printed.find()) {
            return CatalogIndex.on(printed.group(1)).flatMap(index -> of(index, printed.group(2)));
        }
        Matcher name = TYPE_NAME.matcher(line);
        if (!name.find()) {
            return Optional.empty();
        }
        Matcher schema = TYPE_SCHEMA.matcher(line);
        return Optional.of(
                new UniqueKeyDetail(CatalogIndex.TYPE, named(name.group(1), schema.find() ? schema.group(1) : "")));
    }

    private static Optional<UniqueKeyDetail> of(CatalogIndex index, String values) {
        Matcher matcher = pattern(index).matcher(values);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new UniqueKeyDetail(index, named(matcher.group(1), matcher.groupCount() > 1 ? matcher.group(2) : "")));
    }

    private static Pattern pattern(CatalogIndex index) {
        return switch (index) {
            case TYPE, RELATION -> NAME_SCHEMA;
            case FUNCTION -> NAME_ARGUMENTS_SCHEMA;
            case ENUM_LABEL -> TYPE_LABEL;
            case SCHEMA, EXTENSION, DATABASE, ROLE -> NAME;
        };
    }

    private static NamedObject named(String name, String schemaOid) {
        return new NamedObject(schemaOid.matches("\\d{1,10}") ? Long.parseLong(schemaOid) : 0, name);
    }
}
