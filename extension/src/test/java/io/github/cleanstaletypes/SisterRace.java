package io.github.cleanstaletypes;

import io.github.cleanstaletypes.internal.error.Cause;
import org.jspecify.annotations.Nullable;

/** What two sessions do at once, so that the second one fails when the first one commits. */
enum SisterRace {
    INDEX(
            "CREATE TABLE o (id int)",
            "CREATE INDEX IF NOT EXISTS o_id ON o (id)",
            Cause.RELATION_RACE,
            "pg_class_relname_nsp_index",
            "public.o_id"),
    SEQUENCE("", "CREATE SEQUENCE s", Cause.RELATION_RACE, "pg_class_relname_nsp_index", "public.s"),
    SCHEMA(
            "",
            "CREATE SCHEMA IF NOT EXISTS tenant_1",
            Cause.SCHEMA_RACE,
            "pg_namespace_nspname_index",
            "schema tenant_1"),
    EXTENSION(
            "",
            "CREATE EXTENSION IF NOT EXISTS citext",
            Cause.EXTENSION_RACE,
            "pg_extension_name_index",
            "extension citext"),
    FUNCTION(
            "",
            "CREATE OR REPLACE FUNCTION touch(a int, b text) RETURNS int LANGUAGE sql AS 'SELECT 1'",
            Cause.FUNCTION_RACE,
            "pg_proc_proname_args_nsp_index",
            "function public.touch"),
    ROLE("", "CREATE ROLE sister_race", Cause.ROLE_RACE, "pg_authid_rolname_index", "role sister_race"),
    GRANT(
            "CREATE SCHEMA app",
            "GRANT USAGE ON SCHEMA app TO PUBLIC",
            Cause.CONCURRENT_CATALOG_UPDATE,
            null,
            "Two sessions changed the same row"),
    REPLACED_FUNCTION(
            "CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1'",
            "CREATE OR REPLACE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 2'",
            Cause.CONCURRENT_CATALOG_UPDATE,
            null,
            "Two sessions changed the same row");

    final String before;
    final String sql;
    final Cause cause;
    final @Nullable String constraint;

    /** What the explanation must name. */
    final String named;

    SisterRace(String before, String sql, Cause cause, @Nullable String constraint, String named) {
        this.before = before;
        this.sql = sql;
        this.cause = cause;
        this.constraint = constraint;
        this.named = named;
    }

    String sqlState() {
        return constraint == null ? "XX000" : "23505";
    }
}
