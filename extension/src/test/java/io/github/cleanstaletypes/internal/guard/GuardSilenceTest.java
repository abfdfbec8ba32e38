package io.github.cleanstaletypes.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.apply.Progress;
import io.github.cleanstaletypes.internal.connect.ConnectionSettings;
import io.github.cleanstaletypes.internal.connect.setting.Environment;
import io.github.cleanstaletypes.internal.guard.live.LiveLimits;
import io.github.cleanstaletypes.internal.guard.report.ExitStatus;
import io.github.cleanstaletypes.internal.guard.report.GuardReport;
import io.github.cleanstaletypes.internal.guard.session.GuardWaits;
import io.github.cleanstaletypes.internal.lock.AdvisoryLock;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import io.github.cleanstaletypes.testing.wire.DroppingLine;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever a guard has asked the server, and however long the answer does not come: it ends, and the lock is free. */
class GuardSilenceTest {

    private static final PostgresServer SERVER = PostgresServer.of("18.6");
    private static final int AT_ONCE = 12;
    private static final int SAMPLE = 6;

    /** What heartbeats ask in half a second, and in some more where all is slow. */
    private static final int HEARTBEATS = 20;

    private static final BlockingQueue<TestDatabase> DATABASES = new ArrayBlockingQueue<>(AT_ONCE);

    /** A case for each question that a guard asks. */
    private static final Map<Command, List<Case>> ALL = new EnumMap<>(Command.class);

    /** What is guarded. */
    private enum Command {
        SUCCEEDS(0, "true"),
        FAILS(7, "sh", "-c", "echo 'ERROR:  type \"mood\" already exists' >&2; exit 7"),
        LASTS(0, "sleep", "0.5"),
        OUTLASTS_A_HEARTBEAT(0, "sleep", "1.8");

        private final int status;
        private final List<String> words;

        Command(int status, String... words) {
            this.status = status;
            this.words = List.of(words);
        }
    }

    private static final Set<Command> VARIED = EnumSet.range(Command.SUCCEEDS, Command.LASTS);

    private record Case(Command command, int questions) {}

    @BeforeAll
    static void create() throws Exception {
        for (int i = 0; i < AT_ONCE; i++) {
            DATABASES.add(SERVER.createDatabase());
        }
        for (Command command : VARIED) {
            ALL.put(command, cases(command));
        }
    }

    @AfterAll
    static void drop() {
        DATABASES.forEach(TestDatabase::close);
    }

    @Test
    void after_any_question_ends_it_by_its_own_limits() throws Exception {
        each(this::endsByItself);
    }

    @Test
    void after_any_question_ends_it_on_a_signal() throws Exception {
        each(this::endsOnSignal);
    }

    /** A heartbeat of 1.5 s has 7.5 s for its answer; what the command has waited for is over long before. */
    @Test
    void a_heartbeat_that_is_not_answered_does_not_hold_up_the_end() throws Exception {
        TestDatabase database = prepared();
        try (DroppingLine line = DroppingLine.counting(SERVER.port())) {
            Guarded guarded = new Guarded(Command.OUTLASTS_A_HEARTBEAT, line, database, "");
            Thread thread = new Thread(guarded::run, "guard");
            thread.start();
            Wait.until("the command runs", GuardSilenceTest::commandRuns);
            int before = line.questions();
            line.drop();
            Wait.until("the heartbeat is not answered", () -> line.questions() > before);
            long start = System.nanoTime();
            thread.join(Wait.LIMIT.toMillis());
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            GuardReport report = guarded.report;
            assertThat(report).isNotNull();
            assertThat(report.exitStatus()).as(String.valueOf(report.error())).isZero();
            awaitFreeLock(database);
        } finally {
            DATABASES.add(database);
        }
    }

    private static boolean commandRuns() {
        return ProcessHandle.current()
                .descendants()
                .anyMatch(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(String.join(" ", Command.OUTLASTS_A_HEARTBEAT.words)))
                        .isPresent());
    }

    private interface Check {
        /** What is wrong; empty if nothing is. */
        String of(Case one, TestDatabase database) throws Exception;
    }

    private static void each(Check check) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<String>> running = new ArrayList<>();
            for (Command command : VARIED) {
                LongForm.sample(ALL.get(command), SAMPLE, "a guard's silence, " + command)
                        .forEach(one -> running.add(workers.submit(checked(one, check))));
            }
            List<String> wrong = new ArrayList<>();
            for (Future<String> one : running) {
                wrong.add(Wait.forResult("a guard whose server has fallen silent", one));
            }
            assertThat(wrong).filteredOn(what -> !what.isEmpty()).isEmpty();
        } finally {
            workers.shutdownNow();
        }
    }

    private static Callable<String> checked(Case one, Check check) {
        return () -> {
            TestDatabase database = prepared();
            try {
                return check.of(one, database);
            } finally {
                DATABASES.add(database);
            }
        };
    }

    private static List<Case> cases(Command command) throws Exception {
        TestDatabase database = prepared();
        try (DroppingLine line = DroppingLine.counting(SERVER.port())) {
            GuardReport report = new Guarded(command, line, database, "").run();
            assertThat(report.exitStatus()).as(String.valueOf(report.error())).isEqualTo(command.status);
            assertThat(line.questions()).isGreaterThan(15);
            return IntStream.rangeClosed(1, line.questions())
                    .mapToObj(questions -> new Case(command, questions))
                    .toList();
        } finally {
            DATABASES.add(database);
        }
    }

    private String endsByItself(Case one, TestDatabase database) throws Exception {
        try (DroppingLine line = DroppingLine.droppingAfter(one.questions(), SERVER.port())) {
            GuardReport report = new Guarded(one.command(), line, database, "&socketTimeout=1&connectTimeout=1").run();
            awaitFreeLock(database);
            boolean started = !report.attempts().isEmpty();
            String error = report.error();
            boolean right = error == null
                    ? started && report.exitStatus() == one.command().status
                    : report.exitStatus() == ExitStatus.OWN_FAILURE
                            && error.matches(
                                    "[^\n]*(timed out|\\(08\\d{3}\\)|has not answered within 1 s \\([a-z, ]+\\))[^\n]*");
            return right && (line.isDropping() || isNearTheEnd(one))
                    ? ""
                    : one + ": " + report.exitStatus() + ", " + error;
        }
    }

    /** How often a heart beats while a command runs is not the same each time, so the last questions may never be asked. */
    private static boolean isNearTheEnd(Case one) {
        return one.questions() > ALL.get(one.command()).size() - HEARTBEATS;
    }

    /** Its limits are those that everybody has, so that nothing but the signal ends it within the time. */
    private String endsOnSignal(Case one, TestDatabase database) throws Exception {
        try (DroppingLine line = DroppingLine.droppingAfter(one.questions(), SERVER.port())) {
            Guarded guarded = new Guarded(one.command(), line, database, "");
            Thread thread = new Thread(guarded::run, "guard");
            thread.start();
            Wait.until("nothing arrives any more", () -> line.isDropping() || !thread.isAlive());
            guarded.receive("TERM");
            long start = System.nanoTime();
            thread.join(Wait.LIMIT.toMillis());
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            GuardReport report = guarded.report;
            if (report == null || millis > 4000) {
                return one + ": has not ended on the signal, but after " + millis + " ms";
            }
            awaitFreeLock(database);
            int status = report.exitStatus();
            boolean right = status == 143 || (!report.attempts().isEmpty() && status == one.command().status);
            return right && !guarded.stillInterrupted ? "" : one + ": " + status + ", " + report.error();
        }
    }

    private static void awaitFreeLock(TestDatabase database) {
        Wait.until(
                "the lock is free",
                () -> "0"
                        .equals(database.queryText("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND"
                                + " (classid::bigint << 32) + objid::bigint = " + AdvisoryLock.KEY
                                + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")));
    }

    /** With a type that is in use, so that a failure is explained, and nothing is healed. */
    private static TestDatabase prepared() throws InterruptedException {
        TestDatabase database = DATABASES.take();
        database.awaitNobodyConnected();
        database.execute(
                "DROP TABLE IF EXISTS t",
                "DROP TYPE IF EXISTS mood",
                "DROP TYPE IF EXISTS unused",
                "CREATE TYPE mood AS ENUM ('a')",
                "CREATE TABLE t (m mood)",
                "CREATE TYPE unused AS ENUM ('a')");
        return database;
    }

    /** A guard in this process, whose signals come from the test. */
    private static final class Guarded {
        private final GuardSettings settings;
        private final CountDownLatch listening = new CountDownLatch(1);
        private volatile @Nullable Consumer<String> receiver;
        private volatile @Nullable GuardReport report;
        private volatile boolean stillInterrupted;

        Guarded(Command command, DroppingLine line, TestDatabase database, String limits) {
            String url =
                    "jdbc:postgresql://localhost:%d/%s?user=postgres%s".formatted(line.port(), database.name(), limits);
            Environment environment = variable ->
                    variable.equals("PATH") ? System.getenv("PATH") : variable.equals("HOME") ? "/nonexistent" : null;
            Duration second = Duration.ofSeconds(1);
            settings = new GuardSettings(
                    command.words,
                    ConnectionSettings.ofUrl("--database-url", url, environment),
                    null,
                    null,
                    environment,
                    new ByteArrayOutputStream(),
                    true,
                    new RunSettings(
                            (types, wait) -> types.claiming("unused")
                                    .waitingForCreators(wait)
                                    .clean(),
                            Progress.SILENT,
                            new GuardWaits(
                                    limits.isEmpty() ? Duration.ofSeconds(30) : Duration.ZERO,
                                    second,
                                    second,
                                    switch (command) {
                                        case SUCCEEDS, FAILS -> Duration.ofSeconds(2);
                                        case LASTS -> Duration.ofMillis(100);
                                        case OUTLASTS_A_HEARTBEAT -> Duration.ofMillis(1500);
                                    },
                                    second),
                            OnLockLost.STOP,
                            2,
                            false,
                            true),
                    LiveLimits.USUAL,
                    null);
        }

        GuardReport run() {
            GuardReport ended = new Guard(settings, new SilentNarrator()).run(this::listen);
            stillInterrupted = Thread.currentThread().isInterrupted();
            report = ended;
            return ended;
        }

        private void listen(Consumer<String> to) {
            receiver = to;
            listening.countDown();
        }

        void receive(String signal) throws InterruptedException {
            assertThat(listening.await(10, TimeUnit.SECONDS)).isTrue();
            Consumer<String> to = receiver;
            assertThat(to).isNotNull();
            to.accept(signal);
        }
    }
}
