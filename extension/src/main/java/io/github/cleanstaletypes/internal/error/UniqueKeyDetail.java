package io.github.cleanstaletypes.internal.error;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The key of a unique violation, which the server prints as {@code (typname, typnamespace)=(accounts_user, 2200)} in every language.
 *
 * @param index the catalog's index on these columns, or null if it is another one
 * @param named what the key means
 */
record UniqueKeyDetail(@Nullable CatalogIndex index, NamedObject named) {

    private static final Pattern PRINTED = Pattern.compile("\\(([a-z]+(?:, [a-z]+){0,2})\\)=\\((.*)");

    // a name may hold commas and parentheses; what comes after it never does
    private static final Pattern NAME = Pattern.compile("(.*?)\\)(?:[^\\w)].*)?");
    private static final Pattern NAME_SCHEMA = Pattern.compile("(.*?), (\\d{1,10})\\).*");
    private static final Pattern NAME_ARGUMENTS_SCHEMA = Pattern.compile("(.*?), [\\d ]*, (\\d{1,10})\\).*");
    private static final Pattern TYPE_LABEL = Pattern.compile("\\d+, (.*?)\\).*");

    private static final Pattern OTHER_COLUMNS = Pattern.compile("[a-z]{2,12}name(?:, [a-z]{3,20}){0,2}");
    private static final Pattern OTHER_VALUES = Pattern.compile("([^,)]{1,250})[,)]");

    /** How tools print it that have taken it apart: {@code typname: 'accounts_user'}. */
    private static final String FIELD = "\\b%s['\"]?\\s*(?::|=>)\\s*['\"]([^'\"]{1,250})['\"]";

    private static final Pattern TYPE_NAME = Pattern.compile(FIELD.formatted("typname"));
    private static final Pattern TYPE_SCHEMA = Pattern.compile(FIELD.formatted("typnamespace"));

    private static final Pattern INDEX = Pattern.compile("pg_[a-z_]{3,50}_index");

    /** Whether it is a name of the kind that the catalogs' indexes have. */
    static boolean isCatalogIndex(@Nullable String constraint) {
        return constraint != null && INDEX.matcher(constraint).matches();
    }

    static Optional<UniqueKeyDetail> in(String line) {
        Matcher printed = PRINTED.matcher(line);
        if (printed.find()) {
            return CatalogIndex.on(printed.group(1))
                    .map(index -> of(index, printed.group(2)))
                    .orElseGet(() -> other(printed.group(1), printed.group(2)));
        }
        Matcher name = TYPE_NAME.matcher(line);
        if (!name.find()) {
            return Optional.empty();
        }
        Matcher schema = TYPE_SCHEMA.matcher(line);
        return Optional.of(
                new UniqueKeyDetail(CatalogIndex.TYPE, named(name.group(1), schema.find() ? schema.group(1) : "")));
    }

    /** Most other catalogs have the name first. */
    private static Optional<UniqueKeyDetail> other(String columns, String values) {
        Matcher name = OTHER_VALUES.matcher(values);
        return OTHER_COLUMNS.matcher(columns).matches() && name.lookingAt()
                ? Optional.of(new UniqueKeyDetail(null, NamedObject.bare(name.group(1))))
                : Optional.empty();
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
        return NamedObject.in(schemaOid.matches("\\d{1,10}") ? Long.parseLong(schemaOid) : 0, name);
    }
}
