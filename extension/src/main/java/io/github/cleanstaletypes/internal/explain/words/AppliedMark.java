package io.github.cleanstaletypes.internal.explain.words;

import io.github.cleanstaletypes.internal.catalog.named.MigratorTable;
import io.github.cleanstaletypes.internal.claim.MigrationTool;
import io.github.cleanstaletypes.internal.claim.SqlName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Knows how each migration tool is told that a migration has run. Stateless. */
public final class AppliedMark {

    private AppliedMark() {}

    /** How the tools of these tables are told; for all tools where there is none of them, or too many. */
    public static String in(List<MigratorTable> tables) {
        List<String> ways = new ArrayList<>();
        for (MigratorTable table : tables) {
            tool(table, tables).stream().map(tool -> way(tool, table)).forEach(ways::add);
        }
        return ways.isEmpty() || ways.size() > 3
                ? "mark it as applied in the migration tool's history"
                : "mark it as applied: " + ways.stream().distinct().collect(Collectors.joining("; or "));
    }

    /** One tool for a table: names are shared, columns are not. */
    private static List<MigrationTool> tool(MigratorTable table, List<MigratorTable> all) {
        List<MigrationTool> owners = MigrationTool.owning(table.name());
        if (!table.name().equals("schema_migrations")) {
            return owners.size() == 1 && !isLock(table) ? owners : List.of();
        }
        if (table.columns().contains("dirty")) {
            return List.of(MigrationTool.GOLANG_MIGRATE);
        }
        if (table.columns().contains("inserted_at")) {
            return List.of(MigrationTool.ECTO);
        }
        if (table.columns().contains("statements")) {
            return List.of(MigrationTool.SUPABASE);
        }
        return List.of(
                all.stream().anyMatch(other -> other.name().equals("ar_internal_metadata"))
                        ? MigrationTool.RAILS
                        : MigrationTool.DBMATE);
    }

    private static boolean isLock(MigratorTable table) {
        return table.name().endsWith("lock")
                || table.name().endsWith("metadata")
                || table.name().endsWith("content_type");
    }

    private static String way(MigrationTool tool, MigratorTable table) {
        String written = new SqlName(table.schema(), table.name()).toString();
        return switch (tool) {
            case PRISMA -> "prisma migrate resolve --applied NAME";
            case GOLANG_MIGRATE -> "migrate force VERSION";
            case SUPABASE -> "supabase migration repair --status applied VERSION";
            case NODE_PG_MIGRATE -> "node-pg-migrate up --fake";
            case ALEMBIC -> "alembic stamp REVISION";
            case DJANGO -> "manage.py migrate --fake APP NAME";
            case TYPEORM -> "typeorm migration:run --fake";
            case LIQUIBASE -> "liquibase mark-next-changeset-ran";
            case DOCTRINE -> "doctrine:migrations:version --add VERSION";
            case PHINX -> "phinx migrate --fake";
            case YOYO -> "yoyo mark";
            case FLYWAY,
                    KNEX,
                    DBMATE,
                    GOOSE,
                    SQLX,
                    RAILS,
                    EF_CORE,
                    SEQUELIZE,
                    DRIZZLE,
                    MIKRO_ORM,
                    KYSELY,
                    ECTO,
                    DIESEL,
                    LARAVEL,
                    REFINERY -> "a row in " + written + " (" + String.join(", ", table.columns()) + ")";
        };
    }
}
