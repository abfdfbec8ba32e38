package io.github.cleanstaletypes.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.apply.Progress;
import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.connect.ConnectionFailure;
import io.github.cleanstaletypes.internal.connect.ConnectionSettings;
import io.github.cleanstaletypes.internal.connect.setting.Environment;
import io.github.cleanstaletypes.internal.guard.live.LiveLimits;
import io.github.cleanstaletypes.internal.guard.report.Attempt.Next;
import io.github.cleanstaletypes.internal.guard.report.GuardReport;
import io.github.cleanstaletypes.internal.guard.report.Narrator;
import io.github.cleanstaletypes.internal.guard.session.GuardWaits;
import io.github.cleanstaletypes.report.Explanation;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A guard in this process, whose looks are quick, and what it tells. Ended when closed. */
public final class LiveGuard implements AutoCloseable {

    /** All a hundredth of what they usually are, or less. */
    public static final LiveLimits QUICK = new LiveLimits(
            Duration.ofMillis(100),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofMillis(50),
            Duration.ofMillis(50));

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final CompletableFuture<Consumer<String>> signals = new CompletableFuture<>();
    private final CompletableFuture<GuardReport> ended = new CompletableFuture<>();

    private LiveGuard() {}

    /** How one is started. Immutable. */
    public record Starter(
            TestDatabase database,
            String role,
            LiveLimits limits,
            @Nullable Duration lockTimeout,
            int retries,
            Map<String, String> variables) {

        public static Starter on(TestDatabase database) {
            return new Starter(database, PostgresServer.SUPERUSER, QUICK, null, 2, Map.of());
        }

        public Starter as(String other) {
            return new Starter(database, other, limits, lockTimeout, retries, variables);
        }

        public Starter limits(LiveLimits other) {
            return new Starter(database, role, other, lockTimeout, retries, variables);
        }

        public Starter lockTimeout(Duration time) {
            return new Starter(database, role, limits, time, retries, variables);
        }

        public Starter retries(int number) {
            return new Starter(database, role, limits, lockTimeout, number, variables);
        }

        public Starter variable(String name, String value) {
            Map<String, String> more = new TreeMap<>(variables);
            more.put(name, value);
            return new Starter(database, role, limits, lockTimeout, retries, more);
        }

        /** A shell's script, in which {@code psql} leads to the database. */
        public LiveGuard start(String script) {
            String address =
                    "export PGHOST=localhost PGPORT=" + database.server().port() + " PGUSER=" + role + " PGDATABASE="
                            + database.name() + "; exec >/dev/null; ";
            return start(List.of("sh", "-c", address + script));
        }

        public LiveGuard start(List<String> command) {
            Map<String, String> all = new TreeMap<>(variables);
            all.putAll(Map.of("PATH", System.getenv("PATH"), "HOME", "/nonexistent"));
            Environment environment = all::get;
            LiveGuard guard = new LiveGuard();
            Duration ten = Duration.ofSeconds(10);
            String url = "jdbc:postgresql://localhost:%d/%s?user=%s"
                    .formatted(database.server().port(), database.name(), role);
            GuardSettings settings = new GuardSettings(
                    command,
                    ConnectionSettings.ofUrl("--database-url", url, environment),
                    null,
                    null,
                    environment,
                    guard.errors,
                    true,
                    new RunSettings(
                            (types, wait) ->
                                    types.waitingForCreators(Duration.ZERO).clean(),
                            Progress.SILENT,
                            new GuardWaits(ten, ten, Duration.ZERO, Duration.ofMillis(100), ten),
                            OnLockLost.STOP,
                            retries,
                            false,
                            false),
                    limits,
                    lockTimeout);
            Thread thread = new Thread(() -> guard.run(settings), "guard under test");
            thread.start();
            return guard;
        }
    }

    private void run(GuardSettings settings) {
        try {
            ended.complete(new Guard(settings, new Told()).run(signals::complete));
        } catch (RuntimeException | Error e) {
            ended.completeExceptionally(e);
        }
    }

    /** Waits until it has told a line of this form, and returns it. */
    public String saying(String form) {
        Pattern pattern = Pattern.compile(form);
        Wait.until("says: " + form + ", and has said: " + lines, () -> {
            boolean over = ended.isDone();
            boolean said = lines.stream().anyMatch(line -> pattern.matcher(line).find());
            assertThat(said || !over).as(() -> "it ended: " + lines + errors()).isTrue();
            return said;
        });
        return lines.stream()
                .filter(line -> pattern.matcher(line).find())
                .findFirst()
                .orElseThrow();
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** What the command wrote to its standard error. */
    public String errors() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    public void receive(String signal) throws ExecutionException, InterruptedException {
        signals.get().accept(signal);
    }

    public boolean isRunning() {
        return !ended.isDone();
    }

    public GuardReport ended() throws ExecutionException, InterruptedException {
        return Wait.forResult("the guard's end, and it has said: " + lines + errors(), ended);
    }

    @Override
    public void close() {
        try {
            if (isRunning()) {
                receive("TERM");
            }
            ended();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Told implements Narrator {
        @Override
        public void step(String what, Duration took) {
            lines.add(what);
        }

        @Override
        public void warn(String what) {
            lines.add(what);
        }

        @Override
        public void waitingForDatabase(ConnectionFailure failure, Duration atMost) {}

        @Override
        public void waitingForLock(String holder, Duration atMost) {}

        @Override
        public void waitingForCreators(List<Creator> creators, Duration atMost) {}

        @Override
        public void explained(Explanation explanation, Next next) {
            lines.add(explanation.cause() + " " + next.word());
        }

        @Override
        public void unexplained(boolean unread) {
            lines.add("unexplained");
        }
    }
}
