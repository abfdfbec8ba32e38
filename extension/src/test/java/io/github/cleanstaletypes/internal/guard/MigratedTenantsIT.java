package io.github.cleanstaletypes.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.guard.GuardProcess.Ended;
import io.github.cleanstaletypes.internal.guard.GuardProcess.Starter;
import io.github.cleanstaletypes.internal.lock.LockName;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;

/** A schema for each tenant, and a guard for each, many at a time; some are killed, and others want the whole database meanwhile. */
class MigratedTenantsIT {

    private static final int TENANTS = LongForm.rounds(6, 50);
    private static final int GUARDS = LongForm.rounds(3, 10);
    private static final int KILLED = LongForm.rounds(1, 12);

    private static final String SCRIPT = """
            log() { psql -Xqc "INSERT INTO $TENANT.log DEFAULT VALUES" || exit 1; }
            log
            if [ "$(psql -XqAtc "SELECT count(*) FROM $TENANT.history")" = 0 ]; then
              log
              psql -Xq1 -v ON_ERROR_STOP=1 -v tenant=$TENANT -f tenant.sql || exit 1
            fi
            log
            """;

    private static final String MIGRATION = """
            SET search_path TO :"tenant";
            CREATE TYPE accounts_role AS ENUM ('admin', 'guest');
            SELECT pg_sleep(0.1) \\g /dev/null
            CREATE TABLE accounts_user (id int, role accounts_role);
            INSERT INTO accounts_user SELECT g, 'guest' FROM generate_series(1, 100) g;
            INSERT INTO history VALUES (1);
            SELECT pg_sleep(0.1) \\g /dev/null
            """;

    private static final String WHOLE =
            "psql -Xqc 'INSERT INTO whole DEFAULT VALUES' && sleep 0.2 && psql -Xqc 'INSERT INTO whole DEFAULT VALUES'";

    @TempDir
    private Path directory;

    @EachServer("18.6")
    void each_is_migrated_once_none_disturbs_another_and_who_wants_all_gets_its_turn(PostgresServer server)
            throws Exception {
        Files.writeString(directory.resolve("tenant.sh"), SCRIPT);
        Files.writeString(directory.resolve("tenant.sql"), MIGRATION);
        Random random = LongForm.random("tenants");
        List<Integer> victims =
                random.ints(0, TENANTS).distinct().limit(KILLED).boxed().toList();
        ExecutorService threads = Executors.newFixedThreadPool(GUARDS + 2);
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TYPE public.stale AS ENUM ('a')",
                    "CREATE TABLE public.whole (at timestamptz DEFAULT clock_timestamp())");
            List<Integer> waiting = new ArrayList<>();
            for (int tenant = 0; tenant < TENANTS; tenant++) {
                String schema = "tenant_" + tenant;
                database.execute(
                        "CREATE SCHEMA " + schema,
                        "CREATE TABLE " + schema + ".history (version int)",
                        "CREATE TABLE " + schema + ".log (id bigint GENERATED ALWAYS AS IDENTITY, token text DEFAULT"
                                + " current_setting('application_name'), at timestamptz DEFAULT clock_timestamp())");
                waiting.add(tenant);
            }
            Starter starter = Starter.in(directory, database);
            List<Future<?>> all = new ArrayList<>();
            for (int worker = 0; worker < GUARDS; worker++) {
                all.add(threads.submit(each(waiting, tenant -> {
                    boolean killed = victims.contains(tenant);
                    migrated(starter, database, tenant, killed ? random.nextInt(300) : -1);
                })));
            }
            Wait.until("a third is begun", () -> left(waiting) <= TENANTS - Math.max(GUARDS, TENANTS / 3));
            for (List<String> command : List.of(
                    List.of("guard", "--lock-wait", "60s", "--", "sh", "-c", WHOLE),
                    List.of("clean", "--type", "stale", "--lock-wait", "60s"))) {
                all.add(threads.submit(() -> {
                    try (GuardProcess process = starter.start(
                            command.get(0), command.subList(1, command.size()).toArray(String[]::new))) {
                        Ended ended = process.ended();
                        assertThat(ended.status()).as(ended.out() + ended.err()).isZero();
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
            assertThat(database.queryText("SELECT to_regtype('public.stale')")).isNull();
            IntStream.range(0, TENANTS).forEach(tenant -> isWhole(database, "tenant_" + tenant));
            System.out.printf("%d tenants by %d guards at a time, killed: %s%n", TENANTS, GUARDS, victims);
        } finally {
            threads.shutdownNow();
        }
    }

    private interface Migration {
        void of(int tenant) throws Exception;
    }

    private static Callable<Void> each(List<Integer> waiting, Migration migration) {
        return () -> {
            while (true) {
                int tenant;
                synchronized (waiting) {
                    if (waiting.isEmpty()) {
                        return null;
                    }
                    tenant = waiting.remove(0);
                }
                migration.of(tenant);
            }
        };
    }

    private static int left(List<Integer> waiting) {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    /** @param killedAfter milliseconds after its command's first statement, and its successor follows at once; or less than 0 */
    private static void migrated(Starter starter, TestDatabase database, int tenant, int killedAfter) throws Exception {
        String schema = "tenant_" + tenant;
        Starter own = starter.with("TENANT", schema);
        String[] guard = {"-q", "--lock", schema, "--heartbeat", "100ms", "--", "sh", "tenant.sh"};
        if (killedAfter >= 0) {
            try (GuardProcess victim = own.guard(guard)) {
                Wait.until(
                        schema + " has made a statement",
                        () -> !"0".equals(database.queryText("SELECT count(*) FROM " + schema + ".log")));
                victim.endsWithin(killedAfter);
                victim.kill();
                succeeds(own.run(guard), schema);
            }
            return;
        }
        succeeds(own.run(guard), schema);
    }

    private static void succeeds(Ended ended, String schema) {
        assertThat(ended.status()).as(schema + ": " + ended.err()).isZero();
        assertThat(ended.err().lines().filter(line -> line.contains("ended session")))
                .allSatisfy(line -> assertThat(line).contains(" @" + new LockName(schema).hash()));
    }

    private static void isWhole(TestDatabase database, String schema) {
        assertThat(database.queryTexts("SELECT version FROM " + schema + ".history"))
                .as(schema)
                .containsExactly("1");
        assertThat(database.queryText("SELECT count(*) FROM " + schema + ".accounts_user"))
                .as(schema)
                .isEqualTo("100");
        assertThat(database.queryTexts(ManyGuardsIT.INTERLEAVED.replace(" log)", " " + schema + ".log)")))
                .as("commands of " + schema + " at the same time")
                .isEmpty();
        assertThat(database.queryText("SELECT count(*) FROM " + schema + ".log WHERE at BETWEEN (SELECT min(at) FROM"
                        + " public.whole) AND (SELECT max(at) FROM public.whole)"))
                .as("statements of " + schema + " while another had the whole database")
                .isEqualTo("0");
    }
}
