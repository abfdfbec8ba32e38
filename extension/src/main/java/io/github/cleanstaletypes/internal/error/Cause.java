package io.github.cleanstaletypes.internal.error;

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
    /** XX000, cache lookup failed for type. */
    LOST_TYPE(SqlStates.INTERNAL_ERROR, false),
    /** XX000, cache lookup failed for relation. */
    LOST_RELATION(SqlStates.INTERNAL_ERROR, false),
    /** Flyway found a schema that is not empty and has no history. */
    SCHEMA_NOT_EMPTY(null, false),
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
    @Nullable
    String sqlState() {
        return sqlState;
    }

    /** Whether two sessions at the same moment are all that it takes, so that a second attempt can succeed. */
    public boolean race() {
        return race;
    }
}
