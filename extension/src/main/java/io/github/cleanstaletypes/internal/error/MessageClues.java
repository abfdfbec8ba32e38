package io.github.cleanstaletypes.internal.error;

import io.github.cleanstaletypes.internal.claim.InvalidNameException;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.error.message.Argument;
import io.github.cleanstaletypes.internal.error.message.Described;
import io.github.cleanstaletypes.internal.error.message.Match;
import io.github.cleanstaletypes.internal.error.message.ObjectKind;
import io.github.cleanstaletypes.internal.error.message.ServerMessages;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns a message of the server's into clues. Stateless. */
final class MessageClues {

    /** A name as it never is, but in documentation. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\.{2,}|…|%s|%I|%\\w+%|<\\w+>|\\{\\w*\\}|\\$\\d");

    private static final Pattern OID = Pattern.compile("\\d{1,10}");

    private MessageClues() {}

    static Clues of(Match match) {
        boolean placeholder =
                match.name().filter(name -> PLACEHOLDER.matcher(name).matches()).isPresent();
        Clues clues = placeholder ? Clues.NONE : said(match);
        return clues.isEmpty() ? clues : clues.and(Clues.state(match.message().sqlState(), true));
    }

    private static Clues said(Match match) {
        return switch (match.message().meaning()) {
            case EXISTS -> exists(match);
            case SKIPPED, CANCELED_BY_USER -> Clues.NONE;
            case DUPLICATE_KEY -> duplicateKey(match);
            case DUPLICATE_ROWS -> Clues.message(Cause.DUPLICATE_ROWS, named(match, null));
            case DEPENDENT_OBJECTS -> Clues.message(Cause.DEPENDENT_OBJECTS, dependedOn(match));
            case SECOND_PRIMARY_KEY ->
                Clues.message(
                        Cause.PRIMARY_KEY_EXISTS,
                        match.table().map(NamedObject::bare).orElse(null));
            case INCOMPLETE_DETACH -> Clues.message(Cause.INCOMPLETE_DETACH, partition(match));
            case DEADLOCK -> Clues.message(Cause.DEADLOCK, null);
            case LOCK_TIMEOUT -> Clues.message(Cause.LOCK_TIMEOUT, locked(match));
            case STATEMENT_TIMEOUT -> Clues.message(Cause.STATEMENT_TIMEOUT, null);
            case CONCURRENT_UPDATE -> Clues.message(Cause.CONCURRENT_CATALOG_UPDATE, null);
            case LOST ->
                Clues.lost(
                        match.message().kind().orElse(ObjectKind.TYPE) == ObjectKind.TYPE
                                ? Cause.LOST_TYPE
                                : Cause.LOST_RELATION,
                        number(match));
        };
    }

    private static long number(Match match) {
        String number = match.argument(Argument.NUMBER).orElse("");
        return OID.matcher(number).matches() ? Long.parseLong(number) : 0;
    }

    private static @Nullable NamedObject locked(Match match) {
        String schema = match.schema().orElse(null);
        return match.table()
                .map(table -> new NamedObject(0, schema, table, null, null))
                .orElse(null);
    }

    /** A partition, of whose table alone the message tells the schema. */
    private static @Nullable NamedObject partition(Match match) {
        String schema = match.schema().orElse(null);
        SqlName of = match.table().map(table -> new SqlName(schema, table)).orElse(null);
        return match.name()
                .map(name -> new NamedObject(0, null, name, null, of))
                .orElse(null);
    }

    private static Clues duplicateKey(Match match) {
        String constraint = match.name().orElse("");
        return UniqueKeyDetail.isCatalogIndex(constraint) ? Clues.constraint(constraint) : Clues.state(null, false);
    }

    private static Clues exists(Match match) {
        ObjectKind kind = match.message().kind().orElseThrow();
        Cause cause = cause(kind);
        return Clues.message(cause, named(match, cause == Cause.OBJECT_EXISTS ? kind.words() : null));
    }

    private static Cause cause(ObjectKind kind) {
        return switch (kind) {
            case TYPE -> Cause.TYPE_EXISTS;
            case RELATION, TABLE, INDEX -> Cause.RELATION_EXISTS;
            case SCHEMA -> Cause.SCHEMA_EXISTS;
            case FUNCTION, OPERATOR -> Cause.FUNCTION_EXISTS;
            case DATABASE -> Cause.DATABASE_EXISTS;
            case COLUMN -> Cause.COLUMN_EXISTS;
            case EXTENSION -> Cause.EXTENSION_EXISTS;
            case ROLE -> Cause.ROLE_EXISTS;
            case ENUM_LABEL -> Cause.ENUM_LABEL_EXISTS;
            case POLICY -> Cause.POLICY_EXISTS;
            case TRIGGER -> Cause.TRIGGER_EXISTS;
            case CONSTRAINT -> Cause.CONSTRAINT_EXISTS;
            case PUBLICATION -> Cause.PUBLICATION_EXISTS;
            case SUBSCRIPTION -> Cause.SUBSCRIPTION_EXISTS;
            case REPLICATION_SLOT -> Cause.SLOT_EXISTS;
            case ACCESS_METHOD,
                    CAST,
                    COLLATION,
                    CONVERSION,
                    EVENT_TRIGGER,
                    FOREIGN_DATA_WRAPPER,
                    LANGUAGE,
                    NODE_TYPE,
                    OPERATOR_CLASS,
                    OPERATOR_FAMILY,
                    OPERATOR_FAMILY_MEMBER,
                    PREPARED_TRANSACTION,
                    PUBLICATION_MEMBER,
                    RULE,
                    SERVER,
                    STATISTICS,
                    TABLESPACE,
                    TEXT_SEARCH,
                    TRANSFORM,
                    USER_MAPPING -> Cause.OBJECT_EXISTS;
        };
    }

    private static @Nullable NamedObject named(Match match, @Nullable String kind) {
        SqlName on = match.table().map(table -> new SqlName(null, table)).orElse(null);
        String schema = match.schema().orElse(null);
        return match.name()
                .map(name -> new NamedObject(0, schema, name, kind, on))
                .orElse(null);
    }

    /** The object that could not be dropped; where no words describe it, the message names it. */
    private static @Nullable NamedObject dependedOn(Match match) {
        Described object = ServerMessages.described(match).orElse(null);
        if (object == null) {
            return named(match, match.message().kind().map(ObjectKind::words).orElse(null));
        }
        try {
            SqlName name = SqlName.parse(object.name());
            return new NamedObject(0, name.schema(), name.name(), object.kind().words(), null);
        } catch (InvalidNameException e) {
            return null;
        }
    }
}
