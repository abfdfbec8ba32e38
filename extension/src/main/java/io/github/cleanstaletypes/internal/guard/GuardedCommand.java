package io.github.cleanstaletypes.internal.guard;

import io.github.cleanstaletypes.internal.error.FailureReader;
import io.github.cleanstaletypes.internal.guard.command.CommandEnvironment;
import io.github.cleanstaletypes.internal.guard.command.CommandProcess;
import io.github.cleanstaletypes.internal.guard.command.ErrorTee;
import io.github.cleanstaletypes.internal.guard.command.Programs;
import io.github.cleanstaletypes.internal.guard.live.CommandWatch;
import io.github.cleanstaletypes.internal.guard.live.LiveWatch;
import io.github.cleanstaletypes.internal.guard.proof.StartProof;
import io.github.cleanstaletypes.internal.guard.report.ExitStatus;
import io.github.cleanstaletypes.internal.guard.report.GuardException;
import io.github.cleanstaletypes.internal.guard.report.Narrator;
import io.github.cleanstaletypes.internal.guard.report.SeenWait;
import io.github.cleanstaletypes.internal.guard.session.GuardConnections;
import io.github.cleanstaletypes.internal.guard.session.LockSession;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.internal.lock.LockRequest;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A command line, each run of which is a process. Not thread-safe. */
final class GuardedCommand implements Guarded {

    private final GuardSettings settings;
    private final GuardConnections sessions;
    private final Narrator narrator;
    private final CommandWatch live;
    private Map<String, String> additions = Map.of();
    private @Nullable GuardToken token;
    private @Nullable StartProof proof;
    private boolean ownGroup;
    private int runs;

    GuardedCommand(GuardSettings settings, GuardConnections sessions, Narrator narrator) {
        this.settings = settings;
        this.sessions = sessions;
        this.narrator = narrator;
        this.live = new CommandWatch(
                sessions, narrator, settings.live(), settings.runs().waits().heartbeat());
    }

    @Override
    public String name() {
        return settings.program();
    }

    @Override
    public void check() {
        Programs.require(settings.program(), settings.environment().get("PATH"));
    }

    @Override
    public List<GuardToken> around() {
        return GuardToken.parse(settings.environment().get(GuardToken.VARIABLE)).stream()
                .toList();
    }

    @Override
    public LockRequest request() {
        return LockRequest.of(settings.lockName());
    }

    @Override
    public void inside(GuardToken outer) {
        token = outer;
        additions = sessions.pooled() ? CommandEnvironment.unnamed(settings.environment()) : Map.of();
    }

    /** Its sessions are to be known by the token, and its processes by their group. */
    @Override
    public void under(LockSession session) throws InterruptedException, SQLException {
        token = session.token();
        proof = new StartProof(sessions, settings.database(), settings.locked(), session, narrator);
        additions = proof.prove(wanted(session)).additions();
        ownGroup = true;
    }

    /** Behind a pooler the next client would inherit what a session of the command is called. */
    private CommandEnvironment wanted(LockSession session) throws SQLException {
        boolean direct = !sessions.pooled();
        if (!direct) {
            narrator.step(
                    "behind a pooler the command gets nothing of guard's in PGAPPNAME and PGOPTIONS", Duration.ZERO);
            if (settings.lockTimeout() != null) {
                narrator.warn("a pooler takes no PGOPTIONS: --command-lock-timeout does not reach the command");
            }
        }
        boolean options = direct && session.looksAfterClients();
        return CommandEnvironment.of(
                session.token(), settings.environment(), direct, options, direct ? settings.lockTimeout() : null);
    }

    @Override
    public Optional<String> proof() {
        return proof == null ? Optional.empty() : proof.inWords();
    }

    @Override
    public List<SeenWait> waits() {
        return live.seen();
    }

    @Override
    public Ended run(Control control) throws InterruptedException {
        ErrorTee tee = settings.capture() ? new ErrorTee(settings.stderr()) : null;
        runs++;
        try (LiveWatch watch =
                live.of(Objects.requireNonNull(token), !ownGroup, tee == null ? () -> null : tee::silence, runs)) {
            watch.start();
            return run(control, tee);
        }
    }

    private Ended run(Control control, @Nullable ErrorTee tee) throws InterruptedException {
        CommandProcess process = start(control, tee);
        // a signal that came while it was starting is the command's
        Thread.interrupted();
        control.started(process);
        try {
            int status = process.await();
            return new Ended(
                    status,
                    "exited with " + status,
                    tee == null || status == 0
                            ? Optional.empty()
                            : FailureReader.read(tee.text().text()),
                    tee == null,
                    process.gone());
        } finally {
            control.ended();
        }
    }

    private CommandProcess start(Control control, @Nullable ErrorTee tee) {
        try {
            return CommandProcess.start(settings.command(), additions, ownGroup && settings.capture(), tee);
        } catch (IOException e) {
            control.ended();
            throw new GuardException(
                    ExitStatus.NOT_EXECUTABLE, "'" + settings.program() + "' cannot be executed: " + e.getMessage());
        }
    }
}
