package io.github.cleanstaletypes.internal.guard.live;

import io.github.cleanstaletypes.internal.guard.report.Narrator;
import io.github.cleanstaletypes.internal.guard.report.SeenWait;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.internal.sql.ErrorLine;
import io.github.cleanstaletypes.internal.sql.OpenConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks now and then what one run of a command is at, and tells it. A thread and a session of its own: whatever becomes of a look, the
 * heartbeat looks after the lock at its own pace, and a look that fails is no lost lock.
 */
public final class LiveWatch implements AutoCloseable {

    /** How long a look that is under way may still take when the command is over. */
    private static final Duration LAST_LOOK = Duration.ofSeconds(1);

    /** Opens the session that looks. */
    interface Opening {
        /** Whether there may be one besides the command's. */
        boolean room();

        Connection connection() throws SQLException;
    }

    private final Opening opening;
    private final GuardToken token;
    private final Narrator narrator;
    private final Supplier<@Nullable Duration> silence;
    private final Consumer<List<SeenWait>> keeper;
    private final int attempt;
    private final @Nullable Duration interval;
    private final Duration first;
    private final WaitDiary diary;
    private final SilenceTeller silences;
    private final long start = System.nanoTime();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile @Nullable Connection connection;
    private @Nullable Thread thread;
    private boolean failureTold;

    /** @param interval from one look to the next; null if nothing is to be looked at */
    LiveWatch(
            Opening opening,
            GuardToken token,
            Narrator narrator,
            LiveLimits limits,
            Supplier<@Nullable Duration> silence,
            int attempt,
            @Nullable Duration interval,
            Consumer<List<SeenWait>> keeper) {
        this.interval = interval;
        this.opening = opening;
        this.token = token;
        this.narrator = narrator;
        this.silence = silence;
        this.attempt = attempt;
        this.keeper = keeper;
        this.first = limits.lasting();
        this.diary = new WaitDiary(limits);
        this.silences = new SilenceTeller(limits.silence());
    }

    /** Begins; the command is started after that. */
    public void start() {
        if (interval == null) {
            return;
        }
        Thread looking = new Thread(() -> watch(interval), "live");
        looking.setDaemon(true);
        looking.start();
        thread = looking;
    }

    private void watch(Duration interval) {
        try {
            // a command that is over sooner has waited for nothing that is told
            boolean over = end.await(first.toMillis(), TimeUnit.MILLISECONDS);
            while (!over && looked()) {
                over = end.await(interval.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            keeper.accept(diary.seen());
            closeConnection();
        }
    }

    /** False if there is no more to be looked for. */
    private boolean looked() {
        try {
            Connection look = connection;
            if (look == null) {
                if (!opening.room()) {
                    narrator.step(
                            "few sessions are allowed here, so none looks what the command waits for", Duration.ZERO);
                    return false;
                }
                look = opening.connection();
                connection = look;
            }
            look(look);
        } catch (SQLException e) {
            closeConnection();
            if (!failureTold && end.getCount() > 0) {
                failureTold = true;
                narrator.warn("the command's waits could not be looked at: " + ErrorLine.of(e));
            }
        }
        return true;
    }

    private void look(Connection look) throws SQLException {
        List<CommandSession> sessions = LiveLook.sessions(look, token, Narrator.since(start));
        List<CommandSession> mayWait =
                sessions.stream().filter(CommandSession::mayWait).toList();
        List<CommandWait> waits = mayWait.isEmpty()
                ? List.of()
                : CommandWait.of(mayWait, sessions, LiveLook.queue(look, mayWait), attempt);
        diary.noted(waits, Narrator.since(start)).forEach(narrator::warn);
        Duration silent = silence.get();
        if (silent != null && !diary.waiting()) {
            silences.noted(silent, sessions).ifPresent(line -> narrator.step(line, Duration.ZERO));
        }
    }

    private void closeConnection() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                // it is of no use any more, and nobody else has it
                OpenConnections.abort(open);
            }
        }
    }

    /** Ends it; a look whose answer does not come is broken off. */
    @Override
    public void close() {
        end.countDown();
        Thread looking = thread;
        if (looking == null) {
            return;
        }
        try {
            looking.join(LAST_LOOK.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Connection open = connection;
        if (looking.isAlive() && open != null) {
            OpenConnections.abort(open);
        }
    }
}
