package io.github.cleanstaletypes.internal.explain;

import static io.github.cleanstaletypes.internal.explain.Advice.RUN_AGAIN;

import io.github.cleanstaletypes.internal.claim.MigrationTool;
import io.github.cleanstaletypes.internal.error.NamedObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A migration tool would not begin, since its own table, its files or its lock speak of another run. */
final class EarlierRuns {

    private EarlierRuns() {}

    static Optional<Advice> failed(Situation situation) {
        return Optional.of(new Advice(
                tool(situation) + " stopped before it ran a statement: its own table says that " + migration(situation)
                        + " of an earlier run has failed or was interrupted.",
                situation.remedyOr("Find out what of it is there, and finish it or take it back by hand. Then: "
                        + goOn(situation.first().tool(), version(situation)))));
    }

    static Optional<Advice> notValid(Situation situation) {
        return Optional.of(new Advice(
                tool(situation) + " stopped before it ran a statement: what has been applied is not what its files say"
                        + (situation.named() == null ? "." : ", beginning with " + migration(situation) + "."),
                "Nothing in the database is stale by that. Give the file the text and the name back that it had when it was applied, and put"
                        + " the change into a new migration. If the file is right and the database has what it says: "
                        + accept(situation.first().tool())
                        + ". One that lies before applied ones, and is not applied itself, came with"
                        + " a merge: give it a newer version."));
    }

    static Optional<Advice> running(Situation situation) {
        return Optional.of(new Advice(
                "Another migrator of " + tool(situation)
                        + " runs at this moment: it holds the tool's own lock, which ends with its" + " session.",
                "Let it end. " + RUN_AGAIN + " Under guard the second waits: guard -- COMMAND."));
    }

    private static String tool(Situation situation) {
        MigrationTool tool = situation.first().tool();
        return tool == null ? "The migration tool" : tool.inWords();
    }

    private static String migration(Situation situation) {
        NamedObject named = situation.named();
        return named == null ? "a migration" : "migration " + named.name();
    }

    private static String version(Situation situation) {
        NamedObject named = situation.named();
        return named == null ? "VERSION" : named.name();
    }

    private static String goOn(@Nullable MigrationTool tool, String version) {
        if (tool == null) {
            return "run it again.";
        }
        return switch (tool) {
            case FLYWAY -> "flyway repair, which takes the failed row out of its history; then migrate again.";
            case PRISMA ->
                "prisma migrate resolve --rolled-back " + version + " if you took it back, --applied " + version
                        + " if you finished it.";
            case GOLANG_MIGRATE ->
                "migrate force " + version
                        + " if you finished it; migrate force with the version before it if you took it back.";
            case SQLX -> "DELETE FROM _sqlx_migrations WHERE version = " + version + "; and run it again.";
            case LIQUIBASE,
                    KNEX,
                    DBMATE,
                    GOOSE,
                    SUPABASE,
                    NODE_PG_MIGRATE,
                    ALEMBIC,
                    DJANGO,
                    RAILS,
                    EF_CORE,
                    SEQUELIZE,
                    TYPEORM,
                    DRIZZLE,
                    MIKRO_ORM,
                    KYSELY,
                    ECTO,
                    DIESEL,
                    LARAVEL,
                    DOCTRINE,
                    PHINX,
                    REFINERY,
                    YOYO -> "run " + tool.inWords() + " again.";
        };
    }

    private static String accept(@Nullable MigrationTool tool) {
        if (tool == MigrationTool.FLYWAY) {
            return "flyway repair";
        }
        return tool == MigrationTool.LIQUIBASE ? "liquibase clear-checksums" : "correct the tool's history";
    }
}
