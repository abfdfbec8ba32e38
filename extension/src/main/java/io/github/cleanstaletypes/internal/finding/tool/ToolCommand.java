package io.github.cleanstaletypes.internal.finding.tool;

import io.github.cleanstaletypes.internal.claim.MigrationTool;
import io.github.cleanstaletypes.internal.finding.remedy.Calls;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a migration tool offers to go on after a migration that has failed or was interrupted. Stateless. */
public final class ToolCommand {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./-]+");

    private static final String BACK = "Take back by hand what is half done, then: ";
    private static final String NOBODY = "Make sure that no migration is running, then: ";

    private ToolCommand() {}

    /** The command of this tool without the name of a migration. */
    public static String of(MigrationTool tool) {
        return switch (tool) {
            case FLYWAY -> "flyway repair";
            case LIQUIBASE -> "liquibase release-locks";
            case KNEX -> "knex migrate:unlock";
            case PRISMA -> "prisma migrate resolve";
            case GOLANG_MIGRATE -> "migrate force VERSION";
            case YOYO -> "yoyo break-lock";
            case DBMATE,
                    GOOSE,
                    SQLX,
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
                    REFINERY -> "run " + tool.inWords() + " again";
        };
    }

    /**
     * What to do about these migrations.
     *
     * @param table the tool's table as SQL writes it
     * @param migrations versions or names, as the table has them
     */
    public static String remedy(MigrationTool tool, String table, List<String> migrations) {
        return switch (tool) {
            case FLYWAY -> BACK + "flyway repair. Then migrate again.";
            case LIQUIBASE, KNEX -> NOBODY + of(tool) + "; or, once nobody else is connected: " + Calls.FREE_LOCKS;
            case YOYO -> NOBODY + of(tool);
            case PRISMA ->
                each(
                        migrations,
                        "If you take back by hand what is half done: prisma migrate resolve --rolled-back %1$s; if you finish it by"
                                + " hand: prisma migrate resolve --applied %1$s.");
            case GOLANG_MIGRATE ->
                each(
                        migrations,
                        "If you finish by hand what is half done: migrate force %1$s; if you take it back: migrate force with the"
                                + " version before %1$s.");
            case SQLX ->
                BACK + each(migrations, "DELETE FROM " + escaped(table) + " WHERE version = %2$s;")
                        + " Then migrate again.";
            case EF_CORE -> NOBODY + "DELETE FROM " + table + ";";
            case KYSELY -> NOBODY + "UPDATE " + table + " SET is_locked = 0;";
            case DBMATE,
                    GOOSE,
                    SUPABASE,
                    NODE_PG_MIGRATE,
                    ALEMBIC,
                    DJANGO,
                    RAILS,
                    SEQUELIZE,
                    TYPEORM,
                    DRIZZLE,
                    MIKRO_ORM,
                    ECTO,
                    DIESEL,
                    LARAVEL,
                    DOCTRINE,
                    PHINX,
                    REFINERY -> NOBODY + of(tool);
        };
    }

    private static String each(List<String> migrations, String sentence) {
        return migrations.stream()
                .map(migration -> sentence.formatted(argument(migration), literal(migration)))
                .collect(Collectors.joining(" "));
    }

    private static String escaped(String table) {
        return table.replace("%", "%%");
    }

    /** As a shell takes it for one word. */
    private static String argument(String text) {
        return PLAIN.matcher(text).matches() && !text.startsWith("-") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** As SQL takes it for a text, or a number. */
    private static String literal(String text) {
        return text.matches("\\d+") ? text : "'" + text.replace("'", "''") + "'";
    }
}
