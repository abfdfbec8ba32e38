package io.github.cleanstaletypes.internal.error;

import io.github.cleanstaletypes.internal.claim.MigrationTool;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What migration tools say themselves, before or instead of a statement. A group is the name, or the version, that it is about. */
enum ToolMessage {
    FLYWAY_NOT_EMPTY(
            MigrationTool.FLYWAY,
            Cause.SCHEMA_NOT_EMPTY,
            "Found non-empty schema\\(s\\) \"?([^\"]{1,250}?)\"?(?:, \"[^\"]{1,250}\")*,? but (?:no|without) schema history table"),
    PRISMA_NOT_EMPTY(MigrationTool.PRISMA, Cause.SCHEMA_NOT_EMPTY, "The database schema is not empty\\."),
    FLYWAY_FAILED(
            MigrationTool.FLYWAY,
            Cause.EARLIER_FAILURE,
            "(?:Detected failed|contains a failed) migration to version ([\\w.]{1,100})"),
    FLYWAY_FAILED_REPEATABLE(
            MigrationTool.FLYWAY,
            Cause.EARLIER_FAILURE,
            "(?:Detected failed|contains a failed) repeatable migration:? (.{1,200}?)(?: !|\\.?$)"),
    GOLANG_MIGRATE_DIRTY(
            MigrationTool.GOLANG_MIGRATE,
            Cause.EARLIER_FAILURE,
            "Dirty database version (-?\\d{1,20})\\. Fix and force version"),
    PRISMA_FAILED(
            MigrationTool.PRISMA, Cause.EARLIER_FAILURE, "The `([^`]{1,250})` migration started at .{1,60} failed"),
    SQLX_PARTIAL(MigrationTool.SQLX, Cause.EARLIER_FAILURE, "migration (\\d{1,20}) is partially applied"),
    FLYWAY_CHANGED(
            MigrationTool.FLYWAY,
            Cause.VALIDATION_FAILED,
            "Migration (?:checksum|description|type) mismatch for migration (?:version )?([\\w.]{1,100})"),
    FLYWAY_MISSING(
            MigrationTool.FLYWAY,
            Cause.VALIDATION_FAILED,
            "Detected applied migration not resolved locally: ([\\w.]{1,100}?)\\.?(?:\\s|$)"),
    FLYWAY_NOT_APPLIED(
            MigrationTool.FLYWAY,
            Cause.VALIDATION_FAILED,
            "Detected resolved (?:repeatable )?migration not applied to database: ([\\w.]{1,100}?)\\.?(?:\\s|$)"),
    LIQUIBASE_CHANGED(MigrationTool.LIQUIBASE, Cause.VALIDATION_FAILED, "\\d+ change ?sets check sum"),
    SQLX_CHANGED(
            MigrationTool.SQLX,
            Cause.VALIDATION_FAILED,
            "migration (\\d{1,20}) was previously applied but (?:has been modified|is missing)"),
    KNEX_LOCKED(MigrationTool.KNEX, Cause.KNEX_LOCK, "Migration table is already locked"),
    LIQUIBASE_LOCKED(MigrationTool.LIQUIBASE, Cause.LIQUIBASE_LOCK, "Could not acquire change log lock"),
    RAILS_CONCURRENT(
            MigrationTool.RAILS,
            Cause.CONCURRENT_MIGRATION,
            "ActiveRecord::ConcurrentMigrationError|Cannot run migrations because another migration process is currently running"),
    NODE_PG_MIGRATE_CONCURRENT(
            MigrationTool.NODE_PG_MIGRATE, Cause.CONCURRENT_MIGRATION, "Another migration is already running"),
    GOLANG_MIGRATE_CONCURRENT(MigrationTool.GOLANG_MIGRATE, Cause.CONCURRENT_MIGRATION, "can't acquire database lock"),
    PRISMA_CONCURRENT(
            MigrationTool.PRISMA, Cause.CONCURRENT_MIGRATION, "Timed out trying to acquire a postgres advisory lock");

    /** Prisma's status has the names in the lines that follow. */
    private static final Pattern LISTED = Pattern.compile("Following migrations? have failed:\\s*$");

    private static final Pattern ALONE = Pattern.compile("\\s*\\w{1,250}\\s*");

    private static final List<String> TRACES = List.of(
            "non-empty schema",
            "schema is not empty",
            "failed migration",
            "failed repeatable",
            "have failed:",
            "Dirty database",
            "migration started at",
            "partially applied",
            "mismatch for migration",
            "not resolved locally",
            "not applied to database",
            "check sum",
            "previously applied",
            "already locked",
            "change log lock",
            "ConcurrentMigrationError",
            "another migration process",
            "migration is already running",
            "acquire database lock",
            "advisory lock");

    private final MigrationTool tool;
    private final Cause cause;
    private final Pattern pattern;

    ToolMessage(MigrationTool tool, Cause cause, String pattern) {
        this.tool = tool;
        this.cause = cause;
        this.pattern = Pattern.compile(pattern);
    }

    /** Whether a closer look is worth it. */
    static boolean traceIn(String line) {
        return TRACES.stream().anyMatch(line::contains);
    }

    /** The messages in a line, in the order of this list. */
    static List<Clues> in(String line, String previous) {
        List<Clues> found = new ArrayList<>();
        if (LISTED.matcher(previous).find() && ALONE.matcher(line).matches()) {
            found.add(Clues.of(MigrationTool.PRISMA, Cause.EARLIER_FAILURE, NamedObject.bare(line.strip())));
        }
        for (ToolMessage message : values()) {
            Matcher matcher = message.pattern.matcher(line);
            if (matcher.find()) {
                String name = matcher.groupCount() == 0 ? null : matcher.group(1);
                found.add(Clues.of(message.tool, message.cause, name == null ? null : NamedObject.bare(name)));
            }
        }
        return found;
    }
}
