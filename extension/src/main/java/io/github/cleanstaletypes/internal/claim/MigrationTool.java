package io.github.cleanstaletypes.internal.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Migration tools, by the tables in which they keep what they have done. A table's name may be shared by several tools. */
public enum MigrationTool {
    FLYWAY("Flyway", "flyway_schema_history", "schema_version"),
    LIQUIBASE("Liquibase", "databasechangelog", "databasechangeloglock"),
    KNEX("Knex", "knex_migrations", "knex_migrations_lock"),
    PRISMA("Prisma", "_prisma_migrations"),
    GOLANG_MIGRATE("golang-migrate", "schema_migrations"),
    DBMATE("dbmate", "schema_migrations"),
    GOOSE("goose", "goose_db_version"),
    SQLX("sqlx", "_sqlx_migrations"),
    SUPABASE("Supabase", "supabase_migrations.schema_migrations"),
    NODE_PG_MIGRATE("node-pg-migrate", "pgmigrations"),
    ALEMBIC("Alembic", "alembic_version"),
    DJANGO("Django", "django_migrations", "django_content_type"),
    RAILS("Rails", "schema_migrations", "ar_internal_metadata"),
    EF_CORE("Entity Framework", "__efmigrationshistory", "__efmigrationslock"),
    SEQUELIZE("Sequelize", "sequelizemeta", "sequelizedata"),
    TYPEORM("TypeORM", "migrations", "typeorm_metadata"),
    DRIZZLE("Drizzle", "__drizzle_migrations"),
    MIKRO_ORM("MikroORM", "mikro_orm_migrations"),
    KYSELY("Kysely", "kysely_migration", "kysely_migration_lock"),
    ECTO("Ecto", "schema_migrations"),
    DIESEL("Diesel", "__diesel_schema_migrations"),
    LARAVEL("Laravel", "migrations"),
    DOCTRINE("Doctrine", "doctrine_migration_versions", "migration_versions"),
    PHINX("Phinx", "phinxlog"),
    REFINERY("Refinery", "refinery_schema_history"),
    YOYO("yoyo", "_yoyo_migration", "_yoyo_log", "_yoyo_version", "yoyo_lock");

    /** Tools let their users choose another name, which most often still says what the table is for. */
    private static final Pattern LIKELY =
            Pattern.compile("migrations?(?:_?(?:lock|history|log|versions?))?$|^schema_?(?:history|versions?|info)$");

    private final String inWords;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> tables;

    MigrationTool(String inWords, String... tables) {
        this.inWords = inWords;
        this.tables = List.of(tables);
    }

    /** The tool's name as its makers write it. */
    public String inWords() {
        return inWords;
    }

    /** The table in which it keeps what has been applied, by the name that it has by default. */
    public String table() {
        return tables.get(0);
    }

    /** The tools that keep their state in a table of this name, whatever the case of its letters; none for an ordinary name. */
    public static List<MigrationTool> owning(String table) {
        String name = table.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(tool -> tool.tables.stream()
                        .map(own -> own.substring(own.indexOf('.') + 1))
                        .anyMatch(name::equals))
                .toList();
    }

    /** The names of all these tables, in lower case and without their schemas. */
    public static List<String> tableNames() {
        return Arrays.stream(values())
                .flatMap(tool -> tool.tables.stream())
                .map(own -> own.substring(own.indexOf('.') + 1))
                .distinct()
                .toList();
    }

    /** Whether a table of this name is most likely the state of some migration tool, known or not. */
    public static boolean owns(String table) {
        String name = table.toLowerCase(Locale.ROOT);
        return !owning(name).isEmpty() || LIKELY.matcher(name).find();
    }
}
