package io.github.cleanstaletypes.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Frees names of stale PostgreSQL types in the test database, once per class, before its {@code @BeforeAll} methods.
 *
 * <pre>{@code
 * @CleanStaleTypes("accounts_user")
 * class AccountsTest {
 *
 *     static final PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18");
 *
 *     @BeforeAll
 *     static void migrate() { ... }
 * }
 * }</pre>
 *
 * <p>Can stand on a class, on a superclass or an interface of it, on an annotation of your own, and on a {@code @Nested} class; one that
 * is not annotated itself is not cleaned for again. What an attribute leaves open is taken from JUnit configuration parameters (in
 * {@code junit-platform.properties}, or as system properties), which each attribute names. A parameter of type
 * {@link io.github.cleanstaletypes.report.CleanupReport} of a test, a lifecycle method or a constructor is what was found and done.
 *
 * <p>The database is the first of these:
 *
 * <ol>
 *   <li>the static field that {@link #database()} names;
 *   <li>what a registered {@link DatabaseProvider} says;
 *   <li>a static {@code JdbcDatabaseContainer} of Testcontainers, which is started if it is not running;
 *   <li>a static {@link javax.sql.DataSource};
 *   <li>the configuration parameter {@code cleanstaletypes.database-url};
 *   <li>with {@code cleanstaletypes.environment=true}, what the environment says ({@code DATABASE_URL}, {@code PGHOST}, …). Not without,
 *       since that may be a database that is no test database.
 * </ol>
 *
 * Fields are those of the class, its superclasses, interfaces and enclosing classes, private ones too. None, or several that lead to
 * different databases, is an error.
 *
 * <p>Classes can run in parallel: who changes something takes an advisory lock of the database. It covers the cleaning and nothing else,
 * so classes that migrate one database in parallel, in one JVM or in several, need {@link #exclusive} besides. PostgreSQL 14 or later.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@ExtendWith(CleanStaleTypesExtension.class)
public @interface CleanStaleTypes {

    /**
     * The names to free, as SQL writes them: {@code accounts_user}, {@code app.accounts_user}, {@code "My Type"} in double quotes. Empty:
     * {@code cleanstaletypes.names}, with commas between.
     */
    String[] value() default {};

    /**
     * Where the migrations lie, as Flyway writes it: {@code classpath:db/migration} or {@code filesystem:migrations}; without a prefix it
     * is the class path. The names that pending ones will create are to be free too. What is pending is read from Flyway's history in the
     * database. Empty: {@code cleanstaletypes.migrations}, with commas between; without it {@code classpath:db/migration}, if there are
     * scripts. {@code none}: no migration claims a name.
     */
    String[] migrations() default {};

    /** What to do about what is found; {@code cleanstaletypes.mode}. */
    Mode mode() default Mode.CONFIGURED;

    /** When to clean; {@code cleanstaletypes.when}. */
    When when() default When.CONFIGURED;

    /** The name of the static field that holds the database, a {@code DataSource} or a {@code JdbcDatabaseContainer}. Empty: look. */
    String database() default "";

    /**
     * Whether the class has the database for itself until its first test: from before its {@code @BeforeAll} methods until all
     * {@code @BeforeEach} methods of its first test are done, no other class with this attribute, in this JVM or another one, no
     * {@code MigrationGuard} and no {@code guard} of the command line migrates the same database. It holds the advisory lock of the
     * database on a connection of its own, so a pool must have two. The lock is released as well when a lifecycle method or the first test
     * fails, and when the class is over. True too if {@code cleanstaletypes.exclusive} is.
     */
    boolean exclusive() default false;

    /**
     * How long to wait for another cleaning of this database, such as {@code 30s} or {@code 500ms}. Empty:
     * {@code cleanstaletypes.lock-wait}; without it 5 minutes.
     */
    String lockWait() default "";

    /**
     * How long to wait for transactions that are creating something, such as {@code 10s}. Empty: {@code cleanstaletypes.creators-wait};
     * without it 10 seconds.
     */
    String creatorsWait() default "";

    /**
     * Whether to free lock rows that a killed migration of Knex or Liquibase has left: if nobody else is connected to the database, and
     * nobody is ten seconds later. A connection pool of the test itself counts as somebody else. False: {@code cleanstaletypes.free-locks}.
     */
    boolean freeLocks() default false;
}
