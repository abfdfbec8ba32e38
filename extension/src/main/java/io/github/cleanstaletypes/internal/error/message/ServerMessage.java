package io.github.cleanstaletypes.internal.error.message;

import static io.github.cleanstaletypes.internal.error.message.Argument.DESCRIPTION;
import static io.github.cleanstaletypes.internal.error.message.Argument.DOMAIN;
import static io.github.cleanstaletypes.internal.error.message.Argument.ENCODING;
import static io.github.cleanstaletypes.internal.error.message.Argument.NAME;
import static io.github.cleanstaletypes.internal.error.message.Argument.NUMBER;
import static io.github.cleanstaletypes.internal.error.message.Argument.OPERATOR;
import static io.github.cleanstaletypes.internal.error.message.Argument.OTHER;
import static io.github.cleanstaletypes.internal.error.message.Argument.SCHEMA;
import static io.github.cleanstaletypes.internal.error.message.Argument.SIGNATURE;
import static io.github.cleanstaletypes.internal.error.message.Argument.TABLE;
import static io.github.cleanstaletypes.internal.error.message.Argument.TYPE;
import static io.github.cleanstaletypes.internal.error.message.Meaning.EXISTS;
import static io.github.cleanstaletypes.internal.error.message.Meaning.SKIPPED;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message of the server, by the text that its sources have ({@code src/backend}, 14 to 18): the key of its translations, and its English
 * form. What follows the text says what its placeholders are, in their order; one is a name.
 */
public enum ServerMessage {
    TYPE_EXISTS(EXISTS, ObjectKind.TYPE, "type \"%s\" already exists"),
    TYPE_EXISTS_IN_SCHEMA(EXISTS, ObjectKind.TYPE, "type \"%s\" already exists in schema \"%s\"", NAME, SCHEMA),
    /** Other servers that speak PostgreSQL's protocol say it; PostgreSQL has no CREATE TYPE IF NOT EXISTS. */
    TYPE_SKIPPED(SKIPPED, ObjectKind.TYPE, "type \"%s\" already exists, skipping"),
    RELATION_EXISTS(EXISTS, ObjectKind.RELATION, "relation \"%s\" already exists"),
    RELATION_EXISTS_IN_SCHEMA(
            EXISTS, ObjectKind.RELATION, "relation \"%s\" already exists in schema \"%s\"", NAME, SCHEMA),
    RELATION_SKIPPED(SKIPPED, ObjectKind.RELATION, "relation \"%s\" already exists, skipping"),
    SCHEMA_EXISTS(EXISTS, ObjectKind.SCHEMA, "schema \"%s\" already exists"),
    SCHEMA_SKIPPED(SKIPPED, ObjectKind.SCHEMA, "schema \"%s\" already exists, skipping"),
    EXTENSION_EXISTS(EXISTS, ObjectKind.EXTENSION, "extension \"%s\" already exists"),
    EXTENSION_SKIPPED(SKIPPED, ObjectKind.EXTENSION, "extension \"%s\" already exists, skipping"),
    ROLE_EXISTS(EXISTS, ObjectKind.ROLE, "role \"%s\" already exists"),
    DATABASE_EXISTS(EXISTS, ObjectKind.DATABASE, "database \"%s\" already exists"),
    FUNCTION_EXISTS(EXISTS, ObjectKind.FUNCTION, "function \"%s\" already exists with same argument types"),
    FUNCTION_EXISTS_IN_SCHEMA(
            EXISTS, ObjectKind.FUNCTION, "function %s already exists in schema \"%s\"", SIGNATURE, SCHEMA),
    ENUM_LABEL_EXISTS(EXISTS, ObjectKind.ENUM_LABEL, "enum label \"%s\" already exists"),
    ENUM_LABEL_SKIPPED(SKIPPED, ObjectKind.ENUM_LABEL, "enum label \"%s\" already exists, skipping"),
    COLUMN_EXISTS(EXISTS, ObjectKind.COLUMN, "column \"%s\" of relation \"%s\" already exists", NAME, TABLE),
    COLUMN_SKIPPED(
            SKIPPED, ObjectKind.COLUMN, "column \"%s\" of relation \"%s\" already exists, skipping", NAME, TABLE),
    POLICY_EXISTS(EXISTS, ObjectKind.POLICY, "policy \"%s\" for table \"%s\" already exists", NAME, TABLE),
    TRIGGER_EXISTS(EXISTS, ObjectKind.TRIGGER, "trigger \"%s\" for relation \"%s\" already exists", NAME, TABLE),
    RULE_EXISTS(EXISTS, ObjectKind.RULE, "rule \"%s\" for relation \"%s\" already exists", NAME, TABLE),
    CONSTRAINT_EXISTS(
            EXISTS, ObjectKind.CONSTRAINT, "constraint \"%s\" for relation \"%s\" already exists", NAME, TABLE),
    CHECK_CONSTRAINT_EXISTS(EXISTS, ObjectKind.CONSTRAINT, "check constraint \"%s\" already exists"),
    DOMAIN_CONSTRAINT_EXISTS(
            EXISTS, ObjectKind.CONSTRAINT, "constraint \"%s\" for domain \"%s\" already exists", NAME, TABLE),
    DOMAIN_CONSTRAINT_EXISTS_BY_TYPE(
            EXISTS, ObjectKind.CONSTRAINT, "constraint \"%s\" for domain %s already exists", NAME, DOMAIN),
    PUBLICATION_EXISTS(EXISTS, ObjectKind.PUBLICATION, "publication \"%s\" already exists"),
    RELATION_IN_PUBLICATION(
            EXISTS,
            ObjectKind.PUBLICATION_MEMBER,
            "relation \"%s\" is already member of publication \"%s\"",
            NAME,
            OTHER),
    SCHEMA_IN_PUBLICATION(
            EXISTS,
            ObjectKind.PUBLICATION_MEMBER,
            "schema \"%s\" is already member of publication \"%s\"",
            NAME,
            OTHER),
    PUBLICATION_IN_SUBSCRIPTION(
            EXISTS, ObjectKind.PUBLICATION_MEMBER, "publication \"%s\" is already in subscription \"%s\"", NAME, OTHER),
    SUBSCRIPTION_EXISTS(EXISTS, ObjectKind.SUBSCRIPTION, "subscription \"%s\" already exists"),
    SLOT_EXISTS(EXISTS, ObjectKind.REPLICATION_SLOT, "replication slot \"%s\" already exists"),
    EVENT_TRIGGER_EXISTS(EXISTS, ObjectKind.EVENT_TRIGGER, "event trigger \"%s\" already exists"),
    SERVER_EXISTS(EXISTS, ObjectKind.SERVER, "server \"%s\" already exists"),
    SERVER_SKIPPED(SKIPPED, ObjectKind.SERVER, "server \"%s\" already exists, skipping"),
    FOREIGN_DATA_WRAPPER_EXISTS(EXISTS, ObjectKind.FOREIGN_DATA_WRAPPER, "foreign-data wrapper \"%s\" already exists"),
    USER_MAPPING_EXISTS(
            EXISTS, ObjectKind.USER_MAPPING, "user mapping for \"%s\" already exists for server \"%s\"", NAME, OTHER),
    USER_MAPPING_SKIPPED(
            SKIPPED,
            ObjectKind.USER_MAPPING,
            "user mapping for \"%s\" already exists for server \"%s\", skipping",
            NAME,
            OTHER),
    LANGUAGE_EXISTS(EXISTS, ObjectKind.LANGUAGE, "language \"%s\" already exists"),
    TRANSFORM_EXISTS(EXISTS, ObjectKind.TRANSFORM, "transform for type %s language \"%s\" already exists", TYPE, OTHER),
    ACCESS_METHOD_EXISTS(EXISTS, ObjectKind.ACCESS_METHOD, "access method \"%s\" already exists"),
    OPERATOR_EXISTS(EXISTS, ObjectKind.OPERATOR, "operator %s already exists", OPERATOR),
    OPERATOR_CLASS_EXISTS(
            EXISTS,
            ObjectKind.OPERATOR_CLASS,
            "operator class \"%s\" for access method \"%s\" already exists",
            NAME,
            OTHER),
    OPERATOR_CLASS_EXISTS_IN_SCHEMA(
            EXISTS,
            ObjectKind.OPERATOR_CLASS,
            "operator class \"%s\" for access method \"%s\" already exists in schema \"%s\"",
            NAME,
            OTHER,
            SCHEMA),
    OPERATOR_FAMILY_EXISTS(
            EXISTS,
            ObjectKind.OPERATOR_FAMILY,
            "operator family \"%s\" for access method \"%s\" already exists",
            NAME,
            OTHER),
    OPERATOR_FAMILY_EXISTS_IN_SCHEMA(
            EXISTS,
            ObjectKind.OPERATOR_FAMILY,
            "operator family \"%s\" for access method \"%s\" already exists in schema \"%s\"",
            NAME,
            OTHER,
            SCHEMA),
    FUNCTION_IN_FAMILY(
            EXISTS,
            ObjectKind.OPERATOR_FAMILY_MEMBER,
            "function %d(%s,%s) already exists in operator family \"%s\"",
            NUMBER,
            TYPE,
            TYPE,
            OTHER),
    OPERATOR_IN_FAMILY(
            EXISTS,
            ObjectKind.OPERATOR_FAMILY_MEMBER,
            "operator %d(%s,%s) already exists in operator family \"%s\"",
            NUMBER,
            TYPE,
            TYPE,
            OTHER),
    CAST_EXISTS(EXISTS, ObjectKind.CAST, "cast from type %s to type %s already exists", TYPE, TYPE),
    COLLATION_EXISTS(EXISTS, ObjectKind.COLLATION, "collation \"%s\" already exists"),
    COLLATION_EXISTS_IN_SCHEMA(
            EXISTS, ObjectKind.COLLATION, "collation \"%s\" already exists in schema \"%s\"", NAME, SCHEMA),
    COLLATION_SKIPPED(SKIPPED, ObjectKind.COLLATION, "collation \"%s\" already exists, skipping"),
    COLLATION_OF_ENCODING_EXISTS(
            EXISTS, ObjectKind.COLLATION, "collation \"%s\" for encoding \"%s\" already exists", NAME, OTHER),
    COLLATION_OF_ENCODING_EXISTS_IN_SCHEMA(
            EXISTS,
            ObjectKind.COLLATION,
            "collation \"%s\" for encoding \"%s\" already exists in schema \"%s\"",
            NAME,
            OTHER,
            SCHEMA),
    COLLATION_OF_ENCODING_SKIPPED(
            SKIPPED,
            ObjectKind.COLLATION,
            "collation \"%s\" for encoding \"%s\" already exists, skipping",
            NAME,
            OTHER),
    CONVERSION_EXISTS(EXISTS, ObjectKind.CONVERSION, "conversion \"%s\" already exists"),
    CONVERSION_EXISTS_IN_SCHEMA(
            EXISTS, ObjectKind.CONVERSION, "conversion \"%s\" already exists in schema \"%s\"", NAME, SCHEMA),
    DEFAULT_CONVERSION_EXISTS(
            EXISTS, ObjectKind.CONVERSION, "default conversion for %s to %s already exists", ENCODING, ENCODING),
    STATISTICS_EXISTS(EXISTS, ObjectKind.STATISTICS, "statistics object \"%s\" already exists"),
    STATISTICS_EXISTS_IN_SCHEMA(
            EXISTS, ObjectKind.STATISTICS, "statistics object \"%s\" already exists in schema \"%s\"", NAME, SCHEMA),
    STATISTICS_SKIPPED(SKIPPED, ObjectKind.STATISTICS, "statistics object \"%s\" already exists, skipping"),
    TEXT_SEARCH_CONFIGURATION_EXISTS(
            EXISTS,
            ObjectKind.TEXT_SEARCH,
            "text search configuration \"%s\" already exists in schema \"%s\"",
            NAME,
            SCHEMA),
    TEXT_SEARCH_DICTIONARY_EXISTS(
            EXISTS,
            ObjectKind.TEXT_SEARCH,
            "text search dictionary \"%s\" already exists in schema \"%s\"",
            NAME,
            SCHEMA),
    TEXT_SEARCH_PARSER_EXISTS(
            EXISTS, ObjectKind.TEXT_SEARCH, "text search parser \"%s\" already exists in schema \"%s\"", NAME, SCHEMA),
    TEXT_SEARCH_TEMPLATE_EXISTS(
            EXISTS,
            ObjectKind.TEXT_SEARCH,
            "text search template \"%s\" already exists in schema \"%s\"",
            NAME,
            SCHEMA),
    TABLESPACE_EXISTS(EXISTS, ObjectKind.TABLESPACE, "tablespace \"%s\" already exists"),
    /** No object of the database, but what an extension's code registers. */
    NODE_TYPE_EXISTS(EXISTS, ObjectKind.NODE_TYPE, "extensible node type \"%s\" already exists"),
    PREPARED_TRANSACTION_EXISTS(
            EXISTS, ObjectKind.PREPARED_TRANSACTION, "transaction identifier \"%s\" is already in use"),
    DUPLICATE_KEY(Meaning.DUPLICATE_KEY, null, "duplicate key value violates unique constraint \"%s\""),
    DUPLICATE_ROWS(Meaning.DUPLICATE_ROWS, ObjectKind.INDEX, "could not create unique index \"%s\""),
    DEPENDENT_OBJECTS(
            Meaning.DEPENDENT_OBJECTS, null, "cannot drop %s because other objects depend on it", DESCRIPTION),
    DEPENDENT_OBJECTS_OF_SEVERAL(
            Meaning.DEPENDENT_OBJECTS, null, "cannot drop desired object(s) because other objects depend on them"),
    DEPENDENT_OBJECTS_OF_ROLE(
            Meaning.DEPENDENT_OBJECTS,
            ObjectKind.ROLE,
            "role \"%s\" cannot be dropped because some objects depend on it"),
    DEPENDENT_OBJECTS_OF_TABLESPACE(
            Meaning.DEPENDENT_OBJECTS,
            ObjectKind.TABLESPACE,
            "tablespace \"%s\" cannot be dropped because some objects depend on it"),
    SECOND_PRIMARY_KEY(
            Meaning.SECOND_PRIMARY_KEY,
            ObjectKind.TABLE,
            "multiple primary keys for table \"%s\" are not allowed",
            TABLE),
    DETACH_INCOMPLETE(
            Meaning.INCOMPLETE_DETACH, ObjectKind.TABLE, "cannot alter partition \"%s\" with an incomplete detach"),
    /** The schema is that of the table. */
    DETACH_PENDING(
            Meaning.INCOMPLETE_DETACH,
            ObjectKind.TABLE,
            "partition \"%s\" already pending detach in partitioned table \"%s.%s\"",
            NAME,
            SCHEMA,
            TABLE),
    /** What a DETACH PARTITION without CONCURRENTLY gets. */
    DETACH_REFUSED(Meaning.INCOMPLETE_DETACH, ObjectKind.TABLE, "cannot detach partition \"%s\""),
    DEADLOCK(Meaning.DEADLOCK, null, "deadlock detected"),
    LOCK_TIMEOUT(Meaning.LOCK_TIMEOUT, null, "canceling statement due to lock timeout"),
    NO_LOCK_ON_RELATION(Meaning.LOCK_TIMEOUT, ObjectKind.RELATION, "could not obtain lock on relation \"%s\"", TABLE),
    NO_LOCK_ON_RELATION_OF_SCHEMA(
            Meaning.LOCK_TIMEOUT, ObjectKind.RELATION, "could not obtain lock on relation \"%s.%s\"", SCHEMA, TABLE),
    NO_LOCK_ON_ROW(Meaning.LOCK_TIMEOUT, ObjectKind.RELATION, "could not obtain lock on row in relation \"%s\"", TABLE),
    STATEMENT_TIMEOUT(Meaning.STATEMENT_TIMEOUT, null, "canceling statement due to statement timeout"),
    CANCELED_BY_USER(Meaning.CANCELED_BY_USER, null, "canceling statement due to user request"),
    CONCURRENT_UPDATE(Meaning.CONCURRENT_UPDATE, null, "tuple concurrently updated"),
    CONCURRENT_DELETE(Meaning.CONCURRENT_UPDATE, null, "tuple concurrently deleted"),
    LOST_TYPE(Meaning.LOST, ObjectKind.TYPE, "cache lookup failed for type %u", NUMBER),
    LOST_RELATION(Meaning.LOST, ObjectKind.RELATION, "cache lookup failed for relation %u", NUMBER),
    LOST_OPEN_RELATION(Meaning.LOST, ObjectKind.RELATION, "could not open relation with OID %u", NUMBER);

    private final Meaning meaning;
    private final @Nullable ObjectKind kind;
    private final String english;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Argument> arguments;

    ServerMessage(Meaning meaning, @Nullable ObjectKind kind, String english, Argument... arguments) {
        this.meaning = meaning;
        this.kind = kind;
        this.english = english;
        this.arguments = arguments.length == 0 && english.contains("%") ? List.of(Argument.NAME) : List.of(arguments);
    }

    public Meaning meaning() {
        return meaning;
    }

    /** What it is about, or nothing if that depends, or is no object. */
    public Optional<ObjectKind> kind() {
        return Optional.ofNullable(kind);
    }

    /** The SQLSTATE that comes with it. */
    public String sqlState() {
        return switch (meaning) {
            case EXISTS, SKIPPED -> kind().orElseThrow().sqlStateIfExists();
            case DUPLICATE_KEY, DUPLICATE_ROWS -> "23505";
            case DEPENDENT_OBJECTS -> "2BP01";
            case SECOND_PRIMARY_KEY -> "42P16";
            case INCOMPLETE_DETACH -> "55000";
            case DEADLOCK -> "40P01";
            case LOCK_TIMEOUT -> "55P03";
            case STATEMENT_TIMEOUT, CANCELED_BY_USER -> "57014";
            case CONCURRENT_UPDATE, LOST -> "XX000";
        };
    }

    /** The text in the server's sources, with its placeholders. */
    public String english() {
        return english;
    }

    /** What its placeholders are, in the order of the English text. */
    public List<Argument> arguments() {
        return arguments;
    }

    /** Whether it is English everywhere: the server does not translate internal errors, and other servers' words are not its own. */
    public boolean untranslated() {
        return meaning == Meaning.CONCURRENT_UPDATE || meaning == Meaning.LOST || this == TYPE_SKIPPED;
    }
}
