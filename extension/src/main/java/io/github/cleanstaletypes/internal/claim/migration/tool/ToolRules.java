package io.github.cleanstaletypes.internal.claim.migration.tool;

import io.github.cleanstaletypes.internal.claim.MigrationTool;
import java.util.List;

/** What is known of a migration tool: how its directory is recognised, how its files are ordered and cut, and what its history means. */
sealed interface ToolRules permits AlembicSql, Dbmate, GolangMigrate, Goose, NodePgMigrate, Prisma, Sqlx, Supabase {

    /** All tools. */
    List<ToolRules> ALL = List.of(
            new Prisma(),
            new Dbmate(),
            new Goose(),
            new Supabase(),
            new AlembicSql(),
            new GolangMigrate(),
            new Sqlx(),
            new NodePgMigrate());

    MigrationTool tool();

    /** How much the directory says of it. */
    Mark mark(Listing listing);

    /** The migrations in the order in which the tool runs them; what leads back is none. */
    List<ToolMigration> migrations(Listing listing);

    /** Which of them are pending. */
    Pending pending(List<ToolMigration> migrations, AppliedKeys history);
}
