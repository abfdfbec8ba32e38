package io.github.cleanstaletypes.reported;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.report.Explanation;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a notice is no failure; and one type that is in the way is found however a log tells of it, in whatever language. */
class WhatALogSaysTest {

    private static TestDatabase database;
    private static Reported reported;

    @BeforeAll
    static void leftover() {
        database = PostgresServer.of("18.6").createDatabase();
        reported = new Reported(database);
        database.execute(
                "CREATE SCHEMA drizzle",
                "CREATE TABLE drizzle.__drizzle_migrations (id serial PRIMARY KEY, hash text NOT NULL, created_at bigint)",
                "CREATE TYPE mood AS ENUM ('glad', 'cross')");
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"notices-then-a-syntax-error", "notices-of-a-successful-run", "notices-in-one-line"})
    void of_what_was_skipped_is_no_failure(String file) {
        assertThat(StaleTypes.in(database.dataSource()).explain(Reported.text(file)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"notices-then-a-type", "statement-and-message-in-one-line"})
    void beside_notices_and_statements_is_the_type(String file) {
        isTheType(reported.file(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FEHLER:  Typ »mood« existiert bereits",
                "ERREUR:  le type « mood » existe déjà",
                "ERROR:  ya existe un tipo «mood»",
                "ОШИБКА:  тип \"mood\" уже существует",
                "ERROR:  型\"mood\"はすでに存在します",
                "오류:  \"mood\" 자료형이 이미 있습니다",
                "错误:  类型 \"mood\" 已经存在",
                "ERRORE:  il tipo \"mood\" esiste già",
                "error: migration failed: тип \"mood\" уже существует in line 0: CREATE TYPE mood AS ENUM ('b'); (details: pq: тип"
                        + " \"mood\" уже существует)",
                "Error: Failure during a migration command: Connector error. (error: Error querying the database: db error: 오류:"
                        + " \"mood\" 자료형이 이미 있습니다",
                "2026-03-01 10:13:38.143 UTC,\"postgres\",\"shop\",4158,\"127.0.0.1:40968\",6b0aefa2.568e,1,\"CREATE TYPE\",2026-03-01"
                        + " 10:13:38 UTC,3/8,0,ERROR,42710,\"type \"\"mood\"\" already exists\",,,,,,\"CREATE TYPE mood AS"
                        + " ENUM('b')\",,,\"psql\",\"client backend\",,0"
            })
    void in_other_languages_and_formats_is_the_type(String text) {
        isTheType(reported.explained(text));
    }

    @Test
    void of_another_run_is_told_with_what_the_tool_wants() {
        Explanation dirty = reported.explained("error: Dirty database version 7. Fix and force version.");
        assertThat(dirty.cause()).isEqualTo("EARLIER_FAILURE");
        assertThat(dirty.explanation()).contains("golang-migrate", "migration 7");
        assertThat(dirty.remedy()).contains("migrate force 7");

        Explanation flyway = reported.explained("ERROR: Validate failed: Migrations have failed validation\n"
                + "Detected failed migration to version 3 (add mood).\n");
        assertThat(flyway.cause()).isEqualTo("EARLIER_FAILURE");
        assertThat(flyway.remedy()).contains("flyway repair");

        Explanation prisma =
                reported.explained("Error: P3009\n\nmigrate found failed migrations in the target database\n"
                        + "The `20250101000000_roles` migration started at 2025-01-02 10:00:00.123456 UTC failed\n");
        assertThat(prisma.remedy()).contains("prisma migrate resolve --rolled-back 20250101000000_roles");

        Explanation changed = reported.explained("Migration checksum mismatch for migration version 4\n");
        assertThat(changed.cause()).isEqualTo("VALIDATION_FAILED");
        assertThat(changed.remedy()).contains("Nothing in the database is stale by that", "flyway repair");

        Explanation two = reported.explained("ActiveRecord::ConcurrentMigrationError: \n"
                + "Cannot run migrations because another migration process is currently running.\n");
        assertThat(two.cause()).isEqualTo("CONCURRENT_MIGRATION");
        assertThat(two.explanation()).contains("Rails");
        assertThat(two.transientRace()).isTrue();
    }

    private static void isTheType(Explanation explanation) {
        assertThat(explanation.cause()).isEqualTo("UNUSED_TYPE");
        assertThat(explanation.sqlState()).isEqualTo("42710");
        assertThat(explanation.claims()).hasSize(1).allMatch(name -> name.endsWith("mood"));
        assertThat(explanation.healable()).containsExactly("public.mood");
        assertThat(explanation.others()).isEmpty();
        assertThat(explanation.remedy()).contains("claiming(\"public.mood\").clean()");
    }
}
