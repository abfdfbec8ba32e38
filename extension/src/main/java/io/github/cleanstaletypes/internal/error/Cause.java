package io.github.cleanstaletypes.internal.error;

import io.github.cleanstaletypes.internal.claim.sql.StatementTarget;
import io.github.cleanstaletypes.internal.claim.sql.StatementTarget.Kind;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import org.jspecify.annotations.Nullable;

/** What an error says by itself of why a migration failed; what is behind it only a look into the live catalog can tell. */
public enum Cause {
    /** 23505 on {@code pg_type_typname_nsp_index}: a row that the CREATE could not see. */
    TYPE_RACE(SqlStates.UNIQUE_VIOLATION, true),
    /** 23505 on {@code pg_class_relname_nsp_index}. */
    RELATION_RACE(SqlStates.UNIQUE_VIOLATION, true),
    /** 23505 on {@code pg_namespace_nspname_index}. */
    SCHEMA_RACE(SqlStates.UNIQUE_VIOLATION, true),
    /** 23505 on {@code pg_extension_name_index}. */
    EXTENSION_RACE(SqlStates.UNIQUE_VIOLATION, true),
    /** 23505 on {@code pg_proc_proname_args_nsp_index}. */
    FUNCTION_RACE(SqlStates.UNIQUE_VIOLATION, true),
    /**
     * 23505 on {@code pg_enum_typid_label_index}: one CREATE TYPE has a label twice. It is no race: two sessions that add a label to one
     * enum wait for each other ({@code AddEnumLabel} in {@code pg_enum.c} locks the type), and the later one gets 42710.
     */
    ENUM_LABEL_TWICE(SqlStates.UNIQUE_VIOLATION, false),
    /** 23505 on {@code pg_database_datname_index}. */
    DATABASE_RACE(SqlStates.UNIQUE_VIOLATION, true),
    /** 23505 on {@code pg_authid_rolname_index}. */
    ROLE_RACE(SqlStates.UNIQUE_VIOLATION, true),
    /** 23505 on another unique index of a system catalog. */
    CATALOG_RACE(SqlStates.UNIQUE_VIOLATION, true),
    /** XX000, tuple concurrently updated or deleted. */
    CONCURRENT_CATALOG_UPDATE(SqlStates.INTERNAL_ERROR, true),
    /** Two transactions waited for each other. */
    DEADLOCK(SqlStates.DEADLOCK_DETECTED, true),
    /** {@code lock_timeout} ran out, or NOWAIT. */
    LOCK_TIMEOUT(SqlStates.LOCK_NOT_AVAILABLE, false),
    /** {@code statement_timeout} ran out, or somebody cancelled. */
    STATEMENT_TIMEOUT(SqlStates.QUERY_CANCELED, false),
    /** A type of that name exists. */
    TYPE_EXISTS(SqlStates.DUPLICATE_OBJECT, false),
    /** The table has a policy of that name. */
    POLICY_EXISTS(SqlStates.DUPLICATE_OBJECT, false),
    /** The table has a trigger of that name. */
    TRIGGER_EXISTS(SqlStates.DUPLICATE_OBJECT, false),
    /** The table or the domain has a constraint of that name. */
    CONSTRAINT_EXISTS(SqlStates.DUPLICATE_OBJECT, false),
    /** A publication of that name exists. */
    PUBLICATION_EXISTS(SqlStates.DUPLICATE_OBJECT, false),
    /** A subscription of that name exists. */
    SUBSCRIPTION_EXISTS(SqlStates.DUPLICATE_OBJECT, false),
    /** A replication slot of that name exists. */
    SLOT_EXISTS(SqlStates.DUPLICATE_OBJECT, false),
    /** An extension of that name exists. */
    EXTENSION_EXISTS(SqlStates.DUPLICATE_OBJECT, false),
    /** A role of that name exists. */
    ROLE_EXISTS(SqlStates.DUPLICATE_OBJECT, false),
    /** The enum has that label. */
    ENUM_LABEL_EXISTS(SqlStates.DUPLICATE_OBJECT, false),
    /** Something that is no type, or of which the text does not tell what it is, exists. */
    OBJECT_EXISTS(SqlStates.DUPLICATE_OBJECT, false),
    /** A relation of that name exists; a composite type is one. */
    RELATION_EXISTS(SqlStates.DUPLICATE_TABLE, false),
    /** A schema of that name exists. */
    SCHEMA_EXISTS(SqlStates.DUPLICATE_SCHEMA, false),
    /** A function of that name and these arguments exists. */
    FUNCTION_EXISTS(SqlStates.DUPLICATE_FUNCTION, false),
    /** A database of that name exists. */
    DATABASE_EXISTS(SqlStates.DUPLICATE_DATABASE, false),
    /** The table has a column of that name. */
    COLUMN_EXISTS(SqlStates.DUPLICATE_COLUMN, false),
    /** The table has a primary key, and was to get another one. */
    PRIMARY_KEY_EXISTS(SqlStates.INVALID_TABLE_DEFINITION, false),
    /** 23505 while a unique index is built: rows have the same key. */
    DUPLICATE_ROWS(SqlStates.UNIQUE_VIOLATION, false),
    /** Something depends on what was to be dropped. */
    DEPENDENT_OBJECTS(SqlStates.DEPENDENT_OBJECTS_STILL_EXIST, false),
    /** A partition is half detached, and its table or itself was to be changed. */
    INCOMPLETE_DETACH(SqlStates.OBJECT_NOT_IN_PREREQUISITE_STATE, false),
    /** XX000, cache lookup failed for type. */
    LOST_TYPE(SqlStates.INTERNAL_ERROR, false),
    /** XX000, cache lookup failed for relation. */
    LOST_RELATION(SqlStates.INTERNAL_ERROR, false),
    /** A tool found a schema that is not empty and has no history of its own. */
    SCHEMA_NOT_EMPTY(null, false),
    /** A tool's own table says that an earlier run failed. */
    EARLIER_FAILURE(null, false),
    /** What a tool has applied is not what its files say. */
    VALIDATION_FAILED(null, false),
    /** Another migrator of the same kind runs at this moment, by a lock that ends with its session. */
    CONCURRENT_MIGRATION(null, true),
    /** Knex found {@code knex_migrations_lock.is_locked} set. */
    KNEX_LOCK(null, false),
    /** Liquibase found {@code databasechangeloglock.locked} set. */
    LIQUIBASE_LOCK(null, false);

    private final @Nullable String sqlState;
    private final boolean race;

    Cause(@Nullable String sqlState, boolean race) {
        this.sqlState = sqlState;
        this.race = race;
    }

    /** The SQLSTATE that it usually comes with, or null if no statement fails. */
    public @Nullable String sqlState() {
        return sqlState;
    }

    /** Whether a statement that creates something of this kind can get it. */
    boolean canComeOf(StatementTarget.Kind kind) {
        return switch (this) {
            case TYPE_RACE, TYPE_EXISTS -> kind == Kind.TYPE || kind == Kind.RELATION;
            case RELATION_RACE, RELATION_EXISTS ->
                kind == Kind.RELATION || kind == Kind.INDEX || kind == Kind.TYPE || kind == Kind.CONSTRAINT;
            case DUPLICATE_ROWS -> kind == Kind.INDEX || kind == Kind.CONSTRAINT || kind == Kind.RELATION;
            case SCHEMA_RACE, SCHEMA_EXISTS -> kind == Kind.SCHEMA;
            case FUNCTION_RACE, FUNCTION_EXISTS -> kind == Kind.FUNCTION;
            case ENUM_LABEL_EXISTS, ENUM_LABEL_TWICE -> kind == Kind.LABEL;
            case POLICY_EXISTS -> kind == Kind.POLICY;
            case TRIGGER_EXISTS -> kind == Kind.TRIGGER;
            case CONSTRAINT_EXISTS, PRIMARY_KEY_EXISTS -> kind == Kind.CONSTRAINT;
            case COLUMN_EXISTS -> kind == Kind.COLUMN;
            case DEPENDENT_OBJECTS -> kind == Kind.DROPPED;
            case OBJECT_EXISTS,
                    EXTENSION_RACE,
                    EXTENSION_EXISTS,
                    DATABASE_RACE,
                    DATABASE_EXISTS,
                    ROLE_RACE,
                    ROLE_EXISTS,
                    CATALOG_RACE,
                    PUBLICATION_EXISTS,
                    SUBSCRIPTION_EXISTS -> kind == Kind.OTHER;
            case CONCURRENT_CATALOG_UPDATE,
                    DEADLOCK,
                    LOCK_TIMEOUT,
                    STATEMENT_TIMEOUT,
                    SLOT_EXISTS,
                    INCOMPLETE_DETACH,
                    LOST_TYPE,
                    LOST_RELATION,
                    SCHEMA_NOT_EMPTY,
                    EARLIER_FAILURE,
                    VALIDATION_FAILED,
                    CONCURRENT_MIGRATION,
                    KNEX_LOCK,
                    LIQUIBASE_LOCK -> false;
        };
    }

    /** What an error 42710 is whose message does not tell it, by what the statement was to create. */
    static Cause byTarget(StatementTarget.Kind kind) {
        return switch (kind) {
            case TYPE, RELATION, INDEX -> TYPE_EXISTS;
            case LABEL -> ENUM_LABEL_EXISTS;
            case CONSTRAINT -> CONSTRAINT_EXISTS;
            case POLICY -> POLICY_EXISTS;
            case TRIGGER -> TRIGGER_EXISTS;
            case COLUMN, SCHEMA, FUNCTION, OTHER, DROPPED -> OBJECT_EXISTS;
        };
    }

    /** Whether two sessions at the same moment are all that it takes, so that a second attempt can succeed. */
    public boolean race() {
        return race;
    }
}
