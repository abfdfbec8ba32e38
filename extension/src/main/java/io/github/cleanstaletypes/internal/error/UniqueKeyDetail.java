package io.github.cleanstaletypes.internal.error;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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

    private static final Pattern COLUMNS = Pattern.compile("Unique constraint failed[^(]{0,40}\\(([`\\w, ]{3,100})\\)");
    private static final Pattern COMMA = Pattern.compile(", ");
    private static final Pattern END = Pattern.compile("\\)(?:\\s|[.'\"]|$)");

    /** How Node's tools print it that have taken it apart: {@code typname: 'accounts_user'}; Python prints a statement's parameters like that. */
    private static final String FIELD = "(?<!')\\b%s\"?\\s*:\\s*['\"]([^'\"]{1,250})['\"]";

    private static final Pattern TYPE_NAME = Pattern.compile(FIELD.formatted("typname"));
    private static final Pattern TYPE_SCHEMA = Pattern.compile(FIELD.formatted("typnamespace"));

    /** The unique indexes of the system catalogs that are neither by oid alone nor of TOAST begin with the name of one. */
    private static final Pattern INDEX =
            Pattern.compile("pg_(?:aggregate|am|amop|amproc|attrdef|attribute|auth_members|authid|cast|class|collation"
                    + "|constraint|conversion|database|db_role_setting|default_acl|depend|description|enum|event_trigger|extension|foreign_data_wrapper"
                    + "|foreign_server|foreign_table|index|inherits|init_privs|language|largeobject|namespace|opclass|operator|opfamily|parameter_acl"
                    + "|partitioned_table|policy|proc|publication|publication_namespace|publication_rel|range|replication_origin|rewrite|seclabel|sequence"
                    + "|shdepend|shdescription|shseclabel|statistic|statistic_ext|statistic_ext_data|subscription|subscription_rel|tablespace|transform|trigger"
                    + "|ts_config|ts_config_map|ts_dict|ts_parser|ts_template|type|user_mapping)_[a-z_]{2,40}_index");

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

    /** The index on the columns that Prisma names, which tells nothing else of such an error. */
    static Optional<CatalogIndex> columns(String line) {
        Matcher columns = COLUMNS.matcher(line);
        return columns.find()
                ? CatalogIndex.on(columns.group(1).replace("`", "").replaceAll(",\\s*", ", "))
                : Optional.empty();
    }

    /** Most other catalogs have one column that is a name. */
    private static Optional<UniqueKeyDetail> other(String columns, String values) {
        List<String> names = COMMA.splitAsStream(columns).toList();
        List<String> all = COMMA.splitAsStream(END.split(values, 2)[0]).toList();
        return IntStream.range(0, Math.min(names.size(), all.size()))
                .filter(i -> names.get(i).endsWith("name"))
                .mapToObj(i -> new UniqueKeyDetail(null, NamedObject.bare(all.get(i))))
                .findFirst();
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
